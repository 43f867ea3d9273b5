-- What the role that the service works with may do.
DO $$
BEGIN
    PERFORM pg_advisory_xact_lock(27980790468277876);
    GRANT USAGE ON SCHEMA claims TO ${application};
    GRANT SELECT, INSERT, UPDATE, DELETE ON claims.claim TO ${application};
END
$$;
