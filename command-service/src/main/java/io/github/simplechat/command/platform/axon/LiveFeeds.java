package io.github.simplechat.command.platform.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The states of the feeds that were used last, up to a weight, so that ten large rooms may cost as
 * much as a thousand small ones. Held by strong references: a busy room is not read again after
 * each garbage collection. Only committed states are in it. Thread-safe.
 */
public final class LiveFeeds {

    /**
     * A feed's state.
     *
     * @param version the version of the last event that went into it
     * @param snapshotVersion the version of the newest snapshot
     * @param current whether no newer event is known of
     */
    record Live(Object state, long version, long snapshotVersion, boolean current) {

        Live outdated() {
            return new Live(state, version, snapshotVersion, false);
        }
    }

    private final Cache<String, Live> feeds;

    /**
     * Room for states.
     *
     * @param maximumWeight the sum of {@link StateWeight} of all states
     */
    LiveFeeds(long maximumWeight) {
        this.feeds =
                Caffeine.newBuilder()
                        .maximumWeight(maximumWeight)
                        .weigher((String feed, Live live) -> StateWeight.of(live.state()))
                        .build();
    }

    @Nullable Live find(String feed) {
        return feeds.getIfPresent(feed);
    }

    void keep(String feed, Live live) {
        feeds.put(feed, live);
    }

    /** Another node has written to the feed: the events since must be read. */
    void outdate(String feed) {
        feeds.asMap().computeIfPresent(feed, (key, live) -> live.outdated());
    }

    /**
     * Forgets a feed, as a restart would; gives what was kept of it. Its next load is a cold one.
     */
    public @Nullable Object forget(UUID feed) {
        return feeds.asMap().remove(feed.toString());
    }

    /** Evicts now what is due to be evicted. */
    void settle() {
        feeds.cleanUp();
    }
}
