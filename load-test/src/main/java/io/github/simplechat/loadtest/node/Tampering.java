package io.github.simplechat.loadtest.node;

/** Faults put into a database on purpose, so that a check can be shown to find them. */
public final class Tampering {

    private Tampering() {}

    /**
     * From now on the server acknowledges commits before they are on disk, and writes them late.
     */
    public static void acknowledgeTooEarly(Database database) {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        database.execute("ALTER DATABASE " + name + " SET synchronous_commit TO off");
        database.execute("ALTER SYSTEM SET wal_writer_delay TO '10s'");
        database.execute("ALTER SYSTEM SET wal_writer_flush_after TO '1GB'");
        database.execute("SELECT pg_reload_conf()");
    }

    /** Appends the newest event of a feed once more, as a store would that wrote it twice. */
    public static void appendTwice(Database database, String feedId) {
        String columns =
                database.text(
                        """
                        SELECT string_agg(column_name, ', ') FROM information_schema.columns
                        WHERE table_schema = 'events' AND table_name = 'event'
                          AND column_name NOT IN ('position', 'version')\
                        """);
        database.execute(
                """
                INSERT INTO events.event (version, %1$s)
                SELECT version + 1, %1$s FROM events.event
                WHERE feed_id = '%2$s' ORDER BY version DESC LIMIT 1\
                """
                        .formatted(columns, feedId));
    }
}
