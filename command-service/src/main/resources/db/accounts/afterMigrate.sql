-- What the role that the service works with may do. Nodes that start at once take turns.
DO $$
BEGIN
    PERFORM pg_advisory_xact_lock(27980790468277876);
    GRANT SELECT, INSERT, UPDATE ON account TO ${application};
    GRANT SELECT, INSERT, UPDATE, DELETE ON login_session TO ${application};
    GRANT SELECT, INSERT, DELETE ON signing_key TO ${application};
END
$$;
