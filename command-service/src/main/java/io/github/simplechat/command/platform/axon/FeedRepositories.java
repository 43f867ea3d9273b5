package io.github.simplechat.command.platform.axon;

import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.Repository;

/** What the repositories of all kinds of feed share. */
public final class FeedRepositories {

    private final EventStore events;
    private final ParameterResolverFactory parameters;
    private final LiveFeeds live;
    private final Snapshots snapshots;

    FeedRepositories(
            EventStore events,
            ParameterResolverFactory parameters,
            LiveFeeds live,
            Snapshots snapshots) {
        this.events = events;
        this.parameters = parameters;
        this.live = live;
        this.snapshots = snapshots;
    }

    /**
     * The repository of one kind of feed.
     *
     * @param shells makes the aggregate before its first event
     */
    public <S, T extends FeedAggregate<S>> Repository<T> of(Class<T> type, Supplier<T> shells) {
        return new FeedRepository<>(type, shells, this);
    }

    EventStore events() {
        return events;
    }

    ParameterResolverFactory parameters() {
        return parameters;
    }

    LiveFeeds live() {
        return live;
    }

    Snapshots snapshots() {
        return snapshots;
    }
}
