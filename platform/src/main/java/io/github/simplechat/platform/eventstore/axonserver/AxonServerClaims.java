package io.github.simplechat.platform.eventstore.axonserver;

import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimTaken;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.eventstore.Claims;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Claims whose events are in another store, which no transaction spans. The event itself carries
 * the claim and its answer, and is the truth. Before the append, a row says from which version of
 * the feed on to look for it. So a row without its event answers nobody, and an event is always
 * found.
 *
 * <p>Two attempts with one key can both find the row and no event. If the first lands before the
 * second has loaded the feed, the second sees the event when it claims. If it lands later, both
 * want the same version, and the server takes one of them. This needs reads that see every
 * confirmed append, which one Axon Server, or the leader of a cluster, gives.
 */
final class AxonServerClaims implements Claims {

    private static final String PENDING = AxonServerClaims.class.getName();
    private static final int PAGE = 200;

    private final ClaimRows rows;
    private final EventReads reads;

    AxonServerClaims(ClaimRows rows, EventReads reads) {
        this.rows = rows;
        this.reads = reads;
    }

    @Override
    public Optional<ClaimedRequest> find(Claim claim) {
        return rows.find(claim).flatMap(row -> resolve(claim, row));
    }

    private Optional<ClaimedRequest> resolve(Claim claim, ClaimRows.Row row) {
        ClaimMark answer = row.answer();
        Long since = row.since();
        if (answer != null || since == null) {
            return Optional.ofNullable(answer).map(mark -> mark.on(row.feedId()));
        }
        var page = reads.feed(row.feedId(), since, PAGE);
        while (!page.isEmpty()) {
            for (DomainEventMessage<?> event : page) {
                for (ClaimMark mark : ClaimMark.of(event)) {
                    if (mark.isOf(claim)) {
                        return Optional.of(mark.on(row.feedId()));
                    }
                }
            }
            page = reads.feed(row.feedId(), page.getLast().getSequenceNumber() + 1, PAGE);
        }
        return Optional.empty();
    }

    @Override
    public void forget(UUID actorId) {
        rows.deleteAllOf(actorId);
    }

    @Override
    public void storeWithCommand(ClaimedRequest request) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        List<ClaimedRequest> pending = unit.getOrComputeResource(PENDING, key -> new ArrayList<>());
        if (pending.isEmpty()) {
            unit.onCommit(committing -> take(committing).forEach(left -> store(left, null)));
        }
        pending.add(request);
    }

    private static List<ClaimedRequest> take(UnitOfWork<?> unit) {
        @SuppressWarnings("unchecked")
        List<ClaimedRequest> pending = (List<ClaimedRequest>) unit.resources().remove(PENDING);
        return pending == null ? List.of() : pending;
    }

    /**
     * Claims what waits on this thread for the events that are about to be appended.
     *
     * @return the events, each with the claims that it stands for
     * @throws ClaimTaken when one of the keys has taken effect before
     */
    List<DomainEventMessage<?>> claim(List<DomainEventMessage<?>> events) {
        List<ClaimedRequest> requests =
                CurrentUnitOfWork.isStarted() ? take(CurrentUnitOfWork.get()) : List.of();
        List<DomainEventMessage<?>> marked = new ArrayList<>(events);
        for (ClaimedRequest request : requests) {
            int event = indexOf(request, events);
            store(request, event < 0 ? null : events.getFirst().getSequenceNumber());
            if (event >= 0) {
                List<ClaimMark> marks = new ArrayList<>(ClaimMark.of(marked.get(event)));
                marks.add(ClaimMark.of(request));
                marked.set(event, ClaimMark.put(marked.get(event), marks));
            }
        }
        return marked;
    }

    /** The last event of the request's command; -1 when the command changed nothing. */
    private static int indexOf(ClaimedRequest request, List<DomainEventMessage<?>> events) {
        String feedId = request.receipt().feedId().toString();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).getSequenceNumber() == request.receipt().version()
                    && events.get(i).getAggregateIdentifier().equals(feedId)) {
                return i;
            }
        }
        return -1;
    }

    private void store(ClaimedRequest request, @Nullable Long since) {
        ClaimRows.Row row =
                new ClaimRows.Row(
                        request.receipt().feedId(),
                        since,
                        since == null ? ClaimMark.of(request) : null);
        if (!rows.insert(request.claim(), row)) {
            if (find(request.claim()).isPresent()) {
                throw new ClaimTaken(Set.of(request.claim()));
            }
            rows.replace(request.claim(), row);
        }
    }
}
