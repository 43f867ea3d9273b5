package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.relay.broker.Broker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feeds that somebody on this node listens to; a feed is open while it has a listener. */
public final class FeedHub {

    private static final Logger log = LoggerFactory.getLogger(FeedHub.class);

    /** How many events are read at a time. */
    static final int PAGE = 100;

    private final Map<Feed, OpenFeed> open = new ConcurrentHashMap<>();
    private final AtomicBoolean storeAway = new AtomicBoolean();
    private final Broker broker;
    private final FeedReader reader;
    private final Executor refills;

    /**
     * A hub without feeds.
     *
     * @param refills where missing events are read; its size bounds how many reads run at a time
     */
    public FeedHub(Broker broker, FeedReader reader, Executor refills) {
        this.broker = broker;
        this.reader = reader;
        this.refills = refills;
    }

    /**
     * Compares every open feed with the store and delivers what is missing, so that even a lost
     * last message arrives. Returns at once.
     */
    public void sweep() {
        open.values().forEach(OpenFeed::requestRefill);
    }

    /** How many feeds are open. */
    public int openFeeds() {
        return open.size();
    }

    /**
     * Makes a subscriber part of its feed, which is opened for the first one.
     *
     * @param reached any version that the feed has reached
     */
    OpenFeed enter(Subscriber subscriber, long reached) {
        while (true) {
            OpenFeed feed =
                    open.computeIfAbsent(
                            subscriber.feed(), key -> new OpenFeed(key, reached, this));
            if (feed.enter(subscriber)) {
                return feed;
            }
            open.remove(subscriber.feed(), feed);
        }
    }

    void closed(Feed feed, OpenFeed which) {
        open.remove(feed, which);
    }

    Broker broker() {
        return broker;
    }

    void execute(Runnable refill) {
        try {
            refills.execute(refill);
        } catch (RejectedExecutionException e) {
            log.debug("Not refilling any more: {}", e.getMessage());
        }
    }

    /** The next page of a feed after a version. */
    List<RecordedEvent> read(Feed feed, long version) {
        return reader.read(feed.id(), version, PAGE);
    }

    /** As {@link #read}; while the store is away nothing, and the next sweep tries again. */
    List<RecordedEvent> readOrEmpty(Feed feed, long version) {
        try {
            List<RecordedEvent> page = read(feed, version);
            storeAway.set(false);
            return page;
        } catch (RuntimeException e) {
            if (storeAway.compareAndSet(false, true)) {
                log.warn("Could not read {} from the event store, will try again", feed, e);
            }
            return List.of();
        }
    }
}
