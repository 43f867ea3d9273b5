package io.github.simplechat.platform.eventstore.axonserver;

import io.github.simplechat.platform.eventstore.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of claims; every method commits. */
final class ClaimRows {

    private final JdbcTemplate jdbc;

    ClaimRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of a key.
     *
     * @param since the lowest version at which the event can be, null when there is none to find
     * @param answer the answer, when there was nothing to append
     */
    record Row(UUID feedId, @Nullable Long since, @Nullable ClaimMark answer) {

        @Nullable String answerJson() {
            return answer == null ? null : answer.json();
        }
    }

    Optional<Row> find(Claim claim) {
        return jdbc
                .query(
                        """
                        SELECT feed_id, since, answer FROM claims.claim
                        WHERE actor_id = ? AND claim_key = ?\
                        """,
                        (row, number) -> row(row),
                        claim.actorId(),
                        claim.key())
                .stream()
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        long since = row.getLong("since");
        return answer == null
                ? new Row(row.getObject("feed_id", UUID.class), since, null)
                : new Row(row.getObject("feed_id", UUID.class), null, ClaimMark.parse(answer));
    }

    /** Whether the key was free. */
    boolean insert(Claim claim, Row row) {
        return jdbc.update(
                        """
                        INSERT INTO claims.claim (actor_id, claim_key, feed_id, since, answer)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING\
                        """,
                        claim.actorId(),
                        claim.key(),
                        row.feedId(),
                        row.since(),
                        row.answerJson())
                == 1;
    }

    void deleteAllOf(UUID actorId) {
        jdbc.update("DELETE FROM claims.claim WHERE actor_id = ?", actorId);
    }

    /** Takes over a key whose event is not there. */
    void replace(Claim claim, Row row) {
        jdbc.update(
                """
                UPDATE claims.claim SET feed_id = ?, since = ?, answer = ?
                WHERE actor_id = ? AND claim_key = ?\
                """,
                row.feedId(),
                row.since(),
                row.answerJson(),
                claim.actorId(),
                claim.key());
    }
}
