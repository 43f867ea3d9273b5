-- What the role that the service works with may do: append, and number an event by nothing but the append itself. Snapshots and
-- places of automations are no history, and a person's claims go with the person. Nodes that start at once take turns.
DO $$
BEGIN
    PERFORM pg_advisory_xact_lock(27980790468277876);
    GRANT USAGE ON SCHEMA events TO ${application};
    GRANT SELECT, INSERT (recorded_at, feed_id, version, type_id, subject, consequences, payload, metadata) ON events.event TO ${application};
    GRANT SELECT, INSERT ON events.event_type TO ${application};
    GRANT SELECT, INSERT, DELETE ON events.claim TO ${application};
    GRANT SELECT, INSERT, UPDATE, DELETE ON events.snapshot TO ${application};
    GRANT SELECT, INSERT, UPDATE ON events.automation TO ${application};
END
$$;
