package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.eventstore.Claims;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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

    /** Takes the requests that wait to be stored with the unit of work on this thread. */
    static List<ClaimedRequest> takePending() {
        return CurrentUnitOfWork.isStarted() ? take(CurrentUnitOfWork.get()) : List.of();
    }

    private static List<ClaimedRequest> take(UnitOfWork<?> unit) {
        @SuppressWarnings("unchecked")
        List<ClaimedRequest> pending = (List<ClaimedRequest>) unit.resources().remove(PENDING);
        return pending == null ? List.of() : pending;
    }

    @Override
    public void storeWithCommand(ClaimedRequest request) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        List<ClaimedRequest> pending = unit.getOrComputeResource(PENDING, key -> new ArrayList<>());
        if (pending.isEmpty()) {
            unit.onCommit(this::storeWithoutEvents);
        }
        pending.add(request);
    }

    /** What no append has taken, because the unit of work has no event. */
    private void storeWithoutEvents(UnitOfWork<?> unit) {
        List<ClaimedRequest> pending = take(unit);
        if (!pending.isEmpty()) {
            commits.store(new Append(List.of(), pending));
        }
    }

    @Override
    public void forget(UUID actorId) {
        jdbc.update("DELETE FROM events.claim WHERE actor_id = ?", actorId);
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
