package io.github.simplechat.command.platform.idempotency;

import io.github.simplechat.api.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Claimed keys, in a table that is written in the transaction of the events they stand for: either
 * both are durable or neither is. A second request with the key waits for the first one's end.
 */
@Component
final class Claims {

    private final JdbcTemplate jdbc;

    Claims(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A claimed key with its answer. */
    record Claimed(String digest, Receipt receipt) {}

    /** Claims a key; false when somebody has it already. */
    boolean claim(Claim claim) {
        return jdbc.update(
                        """
                        INSERT INTO idempotency_claim (actor_id, claim_key, digest) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING\
                        """,
                        claim.actorId(),
                        claim.key(),
                        claim.digest())
                == 1;
    }

    /** Stores the answer of a key that this transaction has claimed. */
    void answer(Claim claim, Receipt receipt) {
        jdbc.update(
                """
                UPDATE idempotency_claim SET feed_id = ?, version = ?, seq = ?, accepted_at = ?
                WHERE actor_id = ? AND claim_key = ?\
                """,
                receipt.feedId(),
                receipt.version(),
                receipt.seq(),
                Timestamp.from(receipt.at()),
                claim.actorId(),
                claim.key());
    }

    /** The key as it was claimed. */
    Claimed find(Claim claim) {
        return jdbc.query(
                        """
                        SELECT digest, feed_id, version, seq, accepted_at FROM idempotency_claim
                        WHERE actor_id = ? AND claim_key = ?\
                        """,
                        (row, number) -> claimed(row),
                        claim.actorId(),
                        claim.key())
                .getFirst();
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        @Nullable Long seqOrNull = row.wasNull() ? null : seq;
        return new Claimed(
                row.getString("digest"),
                new Receipt(
                        row.getObject("feed_id", UUID.class),
                        row.getLong("version"),
                        seqOrNull,
                        row.getTimestamp("accepted_at").toInstant()));
    }
}
