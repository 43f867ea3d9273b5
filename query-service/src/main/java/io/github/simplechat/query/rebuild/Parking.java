package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.UndecodableEvent;
import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Lets a generation take in everything but the feeds that are parked. What is left out is
 * remembered before the caller goes on, and taken in, in order, once the feed is resumed, here or
 * by another node. Used by one thread.
 */
final class Parking {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final int PAGE = 500;

    private final GenerationId id;
    private final ParkedFeeds parked;
    private final FeedReader feeds;
    private final ProjectionWriter writer;
    private final int most;
    private final Share share;
    private final Map<UUID, ParkedFeed> known = new LinkedHashMap<>();

    /**
     * Parking of one generation.
     *
     * @param most how many feeds may be parked; when it is more, it is no matter of single events
     * @param share what is this node's to take in; the rest is passed over
     */
    Parking(
            GenerationId id,
            ParkedFeeds parked,
            FeedReader feeds,
            ProjectionWriter writer,
            int most,
            Share share) {
        this.share = share;
        this.id = id;
        this.parked = parked;
        this.feeds = feeds;
        this.writer = writer;
        this.most = most;
    }

    /** Learns what was parked before. */
    void begin() {
        parked.of(id).forEach(feed -> known.put(feed.feedId(), feed));
    }

    /** Takes in a batch, but for what is parked. */
    void apply(List<RecordedEvent> all) {
        List<RecordedEvent> batch = share.of(all);
        if (batch.isEmpty()) {
            return;
        }
        if (known.isEmpty()) {
            writer.apply(batch);
            return;
        }
        List<RecordedEvent> wanted = new ArrayList<>();
        Map<UUID, Long> out = new LinkedHashMap<>();
        for (RecordedEvent recorded : batch) {
            if (isOut(recorded)) {
                out.merge(recorded.event().feedId(), recorded.version(), Math::max);
            } else {
                wanted.add(recorded);
            }
        }
        if (!wanted.isEmpty()) {
            writer.apply(wanted);
        }
        out.forEach(this::leaveOut);
    }

    private boolean isOut(RecordedEvent recorded) {
        return isOut(recorded.event().feedId(), recorded.version());
    }

    private boolean isOut(UUID feedId, long version) {
        ParkedFeed feed = known.get(feedId);
        return feed != null && version >= feed.version();
    }

    /** When somebody has resumed the feed, what was left out is taken in instead. */
    private void leaveOut(UUID feedId, long version) {
        ParkedFeed feed = known.get(feedId);
        if (feed != null && !parked.leaveOut(id, feedId, version)) {
            try {
                takeIn(feedId, feed.version() - 1, version);
                known.remove(feedId);
                log.info("{} takes in feed {} again", id, feedId);
            } catch (UndecodableEvent e) {
                park(e.place(), e);
                leaveOut(feedId, version);
            }
        }
    }

    private void takeIn(UUID feedId, long after, long version) {
        long reached = after;
        while (reached < version) {
            List<RecordedEvent> page = feeds.read(feedId, reached, PAGE);
            if (page.isEmpty()) {
                break;
            }
            writer.apply(page);
            reached = page.getLast().version();
        }
    }

    /**
     * Takes in a batch that has failed several times, piece by piece in its order, and parks the
     * feeds of those events that fail by themselves.
     *
     * @throws RuntimeException when it is the store that fails, or too many feeds
     */
    void sift(List<RecordedEvent> batch) {
        try {
            apply(batch);
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            int half = batch.size() / 2;
            if (half == 0) {
                park(batch.getFirst(), e);
            } else {
                sift(batch.subList(0, half));
                sift(batch.subList(half, batch.size()));
            }
        }
    }

    /** Whether a failure is the store's, and goes away without anybody looking at an event. */
    static boolean passes(RuntimeException failure) {
        return failure instanceof UncheckedIOException
                || failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException;
    }

    private void park(RecordedEvent recorded, RuntimeException failure) {
        park(place(recorded), failure);
    }

    static Place place(RecordedEvent recorded) {
        return new Place(
                recorded.position(),
                recorded.event().feedId(),
                recorded.version(),
                recorded.event().getClass().getName());
    }

    private void park(Place place, RuntimeException failure) {
        if (known.size() >= most && !known.containsKey(place.feedId())) {
            throw failure;
        }
        ParkedFeed feed =
                parked.park(
                        id,
                        new ParkedFeed(
                                place.feedId(),
                                place.version(),
                                place.position(),
                                ParkedFeed.kind(place.type()),
                                error(failure),
                                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                                0,
                                place.version()));
        known.put(place.feedId(), feed);
        log.error(
                "{} cannot take in {} at position {}; feed {} is parked from version {} on",
                id,
                feed.event(),
                place.position(),
                place.feedId(),
                place.version(),
                failure);
    }

    /** Whether an event is left out anyway. */
    boolean isOut(Place place) {
        return !share.has(place.feedId()) || isOut(place.feedId(), place.version());
    }

    /**
     * Leaves out an event that cannot even be read, and with it the rest of its feed.
     *
     * @throws UndecodableEvent when too many feeds are parked
     */
    void leaveOut(UndecodableEvent event) {
        Place place = event.place();
        if (!share.has(place.feedId())) {
            return;
        }
        if (isOut(place)) {
            leaveOut(place.feedId(), place.version());
        } else {
            park(place, event);
        }
    }

    /** What may be told of a failure: its kind and its place, and no word of what an event says. */
    static String error(RuntimeException failure) {
        Throwable told = failure instanceof UndecodableEvent event ? event.root() : failure;
        StackTraceElement[] trace = told.getStackTrace();
        String kind = told.getClass().getSimpleName();
        return trace.length == 0
                ? kind
                : kind + " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
    }
}
