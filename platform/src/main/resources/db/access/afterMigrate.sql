-- What the role that the service works with may do.
DO $$
BEGIN
    PERFORM pg_advisory_xact_lock(27980790468277876);
    GRANT USAGE ON SCHEMA access TO ${application};
    GRANT SELECT, INSERT, UPDATE ON access.revocation TO ${application};
END
$$;
