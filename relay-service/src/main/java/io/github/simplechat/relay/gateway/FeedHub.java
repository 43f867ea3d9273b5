package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.MembershipReader;
import io.github.simplechat.relay.broker.Broker;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private final Map<Line, OpenFeed> open = new ConcurrentHashMap<>();
    private final AtomicBoolean storeAway = new AtomicBoolean();
    private final Broker broker;
    private final Telling telling;
    private final Executor refills;
    private final RecentPages pages;
    private final Once<Feed, Long> versions;
    private final Once<Comings, Map<UUID, Long>> members;

    /** What was read of a room's members is good for as long as nobody has come or gone since. */
    private record Comings(OpenFeed feed, int count) {}

    /**
     * A hub without feeds.
     *
     * @param refills where missing events are read; its size bounds how many reads run at a time
     */
    public FeedHub(
            Broker broker, FeedReader reader, MembershipReader memberships, Executor refills) {
        this.broker = broker;
        this.telling = new Telling(reader);
        this.refills = refills;
        this.pages = new RecentPages(telling);
        this.versions = new Once<>(feed -> reader.version(feed.id()));
        this.members = new Once<>(asked -> memberships.membersOf(asked.feed().line().feed().id()));
    }

    /**
     * Compares every open feed with the store and delivers what is missing, so that even a lost
     * last message arrives. Returns at once.
     */
    public void sweep() {
        pages.prune();
        open.values()
                .forEach(feed -> {
                    feed.forgetMembers();
                    feed.requestRefill();
                });
    }

    /** How many feeds are open. */
    public int openFeeds() {
        return open.size();
    }

    /** The feed, opened when it is not; to be closed again when nobody comes to listen. */
    OpenFeed opened(Line line) {
        OpenFeed known = open.get(line);
        if (known != null) {
            return known;
        }
        long reached = versions.get(line.feed());
        return open.computeIfAbsent(line, key -> new OpenFeed(key, reached, this));
    }

    /** Who is in a room; asked again once the room has told that somebody came or went. */
    Map<UUID, Long> members(OpenFeed feed, int comings) {
        return members.get(new Comings(feed, comings));
    }

    RecentPages pages() {
        return pages;
    }

    void closed(OpenFeed which) {
        open.remove(which.line(), which);
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

    /** The next page of a feed; while the store is away nothing, and the next sweep tries again. */
    List<Heard> readOrEmpty(Line line, long version) {
        try {
            List<Heard> page = telling.read(line, version, PAGE);
            storeAway.set(false);
            return page;
        } catch (RuntimeException e) {
            if (storeAway.compareAndSet(false, true)) {
                log.warn("Could not read {} from the event store, will try again", line.feed(), e);
            }
            return List.of();
        }
    }
}
