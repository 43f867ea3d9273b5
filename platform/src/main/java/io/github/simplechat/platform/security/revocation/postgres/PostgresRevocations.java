package io.github.simplechat.platform.security.revocation.postgres;

import io.github.simplechat.platform.schedule.Periodic;
import io.github.simplechat.platform.security.revocation.RevocationMarks;
import io.github.simplechat.platform.security.revocation.Revocations;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Revocations in a table. Every node asks twice a second for what is new by the database's clock,
 * and a little further back, because a row becomes visible after the moment it names. While the
 * database is away a node goes on with what it knows.
 */
public final class PostgresRevocations implements Revocations, AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration OVERLAP = Duration.ofSeconds(30);
    private static final int CAPACITY = 100_000;

    private final JdbcTemplate jdbc;
    private final RevocationMarks marks;
    private final Periodic reader;
    private long readAt = System.nanoTime();

    /** Reads all marks that matter, and from then on what is new. */
    public PostgresRevocations(DataSource dataSource, Duration longestToken) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.marks = new RevocationMarks(longestToken, CAPACITY);
        read(longestToken);
        this.reader = new Periodic("revocations", INTERVAL, this::readNew);
    }

    private void readNew() {
        read(Duration.ofNanos(System.nanoTime() - readAt).plus(OVERLAP));
    }

    private void read(Duration back) {
        long now = System.nanoTime();
        jdbc.query(
                """
                SELECT person_id, valid_from FROM access.revocation
                WHERE noted_at > clock_timestamp() - ? * interval '1 millisecond'
                ORDER BY noted_at\
                """,
                row -> {
                    marks.note(
                            row.getObject("person_id", UUID.class),
                            row.getTimestamp("valid_from").toInstant());
                },
                back.toMillis());
        readAt = now;
        marks.prune(Instant.now());
    }

    @Override
    public Instant validFrom(UUID personId) {
        return marks.validFrom(personId);
    }

    @Override
    public Instant latestValidFrom(UUID personId) {
        jdbc.query(
                "SELECT valid_from FROM access.revocation WHERE person_id = ?",
                row -> {
                    marks.note(personId, row.getTimestamp("valid_from").toInstant());
                },
                personId);
        return marks.validFrom(personId);
    }

    @Override
    public Instant revoke(UUID personId, Instant now) {
        jdbc.update(
                """
                INSERT INTO access.revocation AS known (person_id, valid_from, noted_at)
                VALUES (?, ?, clock_timestamp())
                ON CONFLICT (person_id) DO UPDATE SET noted_at = excluded.noted_at,
                    valid_from =
                        greatest(known.valid_from + interval '1 second', excluded.valid_from)\
                """,
                personId,
                Timestamp.from(RevocationMarks.firstAfter(now, Instant.MIN)));
        return latestValidFrom(personId);
    }

    @Override
    public void listen(Consumer<UUID> listener) {
        marks.listen(listener);
    }

    /** Stops reading. */
    @Override
    public void close() {
        reader.close();
    }
}
