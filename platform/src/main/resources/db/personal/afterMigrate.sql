-- What the role that the service works with may do. A key that was erased is cleared from the disk by VACUUM, which is a right of
-- its own from PostgreSQL 17 on; before, only the owner has it, and autovacuum does it later.
DO $$
BEGIN
    PERFORM pg_advisory_xact_lock(27980790468277876);
    GRANT USAGE ON SCHEMA personal TO ${application};
    GRANT SELECT, INSERT, UPDATE ON personal.key, personal.automation TO ${application};
    IF current_setting('server_version_num')::int >= 170000 THEN
        EXECUTE 'GRANT MAINTAIN ON personal.key TO ${application}';
    END IF;
END
$$;
