package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.eventstore.Claims;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Claims in a table beside the events, written by {@link GroupCommit} together with them. */
final class PostgresClaims implements Claims {

    private static final String PENDING = PostgresClaims.class.getName();

    private final JdbcTemplate jdbc;
    private final GroupCommit commits;

    PostgresClaims(JdbcTemplate jdbc, GroupCommit commits) {
        this.jdbc = jdbc;
        this.commits = commits;
    }

    /** Takes the request that waits to be stored with the command on this thread. */
    static @Nullable ClaimedRequest takePending() {
        return CurrentUnitOfWork.isStarted()
                ? (ClaimedRequest) CurrentUnitOfWork.get().resources().remove(PENDING)
                : null;
    }

    @Override
    public void storeWithCommand(ClaimedRequest request) {
        UnitOfWork<?> command = CurrentUnitOfWork.get();
        command.resources().put(PENDING, request);
        command.onPrepareCommit(prepared -> {
            if (prepared.resources().remove(PENDING, request)) {
                commits.store(new Append(List.of(), request));
            }
        });
    }

    @Override
    public Optional<ClaimedRequest> find(Claim claim) {
        return jdbc
                .query(
                        """
                        SELECT digest, feed_id, version, seq, accepted_at FROM events.claim
                        WHERE actor_id = ? AND claim_key = ?\
                        """,
                        (row, number) -> request(claim, row),
                        claim.actorId(),
                        claim.key())
                .stream()
                .findFirst();
    }

    private static ClaimedRequest request(Claim claim, ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        @Nullable Long seqOrNull = row.wasNull() ? null : seq;
        return new ClaimedRequest(
                new Claim(claim.actorId(), claim.key(), row.getString("digest")),
                new Receipt(
                        row.getObject("feed_id", UUID.class),
                        row.getLong("version"),
                        seqOrNull,
                        row.getTimestamp("accepted_at").toInstant()));
    }
}
