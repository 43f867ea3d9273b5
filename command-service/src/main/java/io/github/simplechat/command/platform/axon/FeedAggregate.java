package io.github.simplechat.command.platform.axon;

import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.UUID;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate whose whole state is one immutable value. The value is what is kept in memory and in
 * snapshots; the aggregate around it is made anew for each batch of commands, so nothing that was
 * not committed can stay behind in it.
 *
 * @param <S> the state
 */
public abstract class FeedAggregate<S> {

    /** The feed; set by the handler of its first event. */
    @AggregateIdentifier protected @Nullable UUID feedId;

    /** What the events so far have led to. */
    protected S state;

    private long snapshotVersion = FeedReader.NO_VERSION;

    /** An aggregate before its first event. */
    protected FeedAggregate(S beginning) {
        this.state = beginning;
    }

    /** Takes up the state after some version. */
    final void restore(UUID feed, S restored, long newestSnapshot) {
        feedId = feed;
        state = restored;
        snapshotVersion = newestSnapshot;
    }

    final S current() {
        return state;
    }

    final long snapshotVersion() {
        return snapshotVersion;
    }
}
