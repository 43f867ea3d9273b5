package io.github.simplechat.platform.security.revocation.postgres;

import io.github.simplechat.platform.database.PersonNews;
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
 * Revocations in a table. What other nodes have noted comes with the news of persons. While the
 * database is away a node goes on with what it knows.
 */
public final class PostgresRevocations implements Revocations {

    private static final int CAPACITY = 100_000;

    private final JdbcTemplate jdbc;
    private final RevocationMarks marks;

    /** Reads all marks that matter, and from then on what is new. */
    public PostgresRevocations(DataSource dataSource, PersonNews news, Duration longestToken) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.marks = new RevocationMarks(longestToken, CAPACITY);
        news.follow(new Marked());
        read(longestToken);
    }

    private void read(Duration back) {
        jdbc.query(
                """
                SELECT person_id, valid_from FROM access.revocation
                WHERE noted_at > clock_timestamp() - ? * interval '1 millisecond'\
                """,
                row -> {
                    marks.note(
                            row.getObject("person_id", UUID.class),
                            row.getTimestamp("valid_from").toInstant());
                },
                back.toMillis());
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

    private final class Marked implements PersonNews.Topic {

        @Override
        public String table() {
            return "access.revocation";
        }

        @Override
        public String writtenAt() {
            return "noted_at";
        }

        @Override
        public String moment() {
            return "valid_from";
        }

        @Override
        public void tell(UUID personId, Instant validFrom) {
            marks.note(personId, validFrom);
        }

        @Override
        public void told() {
            marks.prune(Instant.now());
        }
    }
}
