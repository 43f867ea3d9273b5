package io.github.simplechat.command.platform.axon;

import io.github.simplechat.command.platform.axon.LiveFeeds.Live;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Loads a feed's aggregate at a cost that does not grow with the feed: from the state in memory;
 * when another node has written since, from that and the events it lacks; else from the newest
 * snapshot and the events after it. No answer rests on a state in memory that another node has
 * changed: an append to it fails, and when there is nothing to append the store is asked for the
 * feed's version, one index read; either way the batch is decided again on what the store has.
 */
final class FeedRepository<S, T extends FeedAggregate<S>> extends EventSourcingRepository<T> {

    /** A snapshot is made each time so many events have come. */
    static final int EVENTS_PER_SNAPSHOT = 500;

    private final Class<T> type;
    private final Supplier<T> shells;
    private final FeedRepositories shared;

    FeedRepository(Class<T> type, Supplier<T> shells, FeedRepositories shared) {
        super(
                EventSourcingRepository.builder(type)
                        .eventStore(shared.events())
                        .parameterResolverFactory(shared.parameters())
                        .aggregateFactory(new Shells<>(type, shells)));
        this.type = type;
        this.shells = shells;
        this.shared = shared;
    }

    private record Shells<S, T extends FeedAggregate<S>>(Class<T> type, Supplier<T> shells)
            implements AggregateFactory<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T createAggregateRoot(String feed, DomainEventMessage<?> first) {
            T shell = shells.get();
            if (shell.current().getClass().getNestHost() == first.getPayloadType().getNestHost()) {
                shell.restore(
                        UUID.fromString(feed), (S) first.getPayload(), first.getSequenceNumber());
            }
            return shell;
        }

        @Override
        public Class<T> getAggregateType() {
            return type;
        }
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String feed, Long expectedVersion) {
        Live live = shared.live().find(feed);
        if (live == null) {
            return super.doLoadWithLock(feed, expectedVersion);
        }
        EventSourcedAggregate<T> aggregate =
                EventSourcedAggregate.reconstruct(
                        shell(feed, live),
                        aggregateModel(),
                        live.version(),
                        false,
                        shared.events(),
                        NoSnapshotTriggerDefinition.INSTANCE.prepareTrigger(type));
        if (live.current()) {
            CurrentUnitOfWork.get().onPrepareCommit(unit -> confirm(live.version(), aggregate));
        } else {
            DomainEventStream newer = shared.events().readEvents(feed, live.version() + 1);
            if (newer.hasNext()) {
                aggregate.initializeState(newer);
            }
        }
        return aggregate;
    }

    /**
     * What was refused, or changed nothing, was decided on a state that another node may have
     * changed since. An append finds that out by itself; where there is none the store is asked.
     */
    private void confirm(long remembered, EventSourcedAggregate<T> aggregate) {
        String feed = aggregate.identifierAsString();
        if (Objects.equals(aggregate.version(), remembered)
                && shared.events().lastSequenceNumberFor(feed).orElse(remembered) > remembered) {
            shared.live().outdate(feed);
            throw new ConcurrencyException("The feed has moved on at another node.");
        }
    }

    @SuppressWarnings("unchecked")
    private T shell(String feed, Live live) {
        T shell = shells.get();
        shell.restore(UUID.fromString(feed), (S) live.state(), live.snapshotVersion());
        return shell;
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        String feed = aggregate.identifierAsString();
        if (feed != null && unit.root().resources().putIfAbsent(type + feed, aggregate) == null) {
            unit.afterCommit(committed -> keep(feed, aggregate));
            unit.onRollback(failed -> shared.live().outdate(feed));
        }
    }

    private void keep(String feed, EventSourcedAggregate<T> aggregate) {
        T shell = aggregate.getAggregateRoot();
        Long version = aggregate.version();
        if (version == null) {
            return;
        }
        long snapshotVersion = shell.snapshotVersion();
        if (version - snapshotVersion >= EVENTS_PER_SNAPSHOT) {
            snapshotVersion = version;
            shared.snapshots()
                    .store(
                            new GenericDomainEventMessage<>(
                                    aggregate.type(), feed, version, shell.current()));
        }
        shared.live().keep(feed, new Live(shell.current(), version, snapshotVersion, true));
    }
}
