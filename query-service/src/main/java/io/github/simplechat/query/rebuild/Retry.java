package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.UndecodableEvent;
import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import java.util.List;
import java.util.UUID;

/**
 * Takes in what was left out of a parked feed, in order, and resumes the feed when nothing is left.
 * Any node may do it, also two at once: each event is taken in after the ones before it, and twice
 * is as good as once.
 */
final class Retry {

    private static final int PAGE = 500;

    private final GenerationId id;
    private final ParkedFeeds parked;
    private final FeedReader feeds;
    private final ProjectionWriter writer;

    Retry(GenerationId id, ParkedFeeds parked, FeedReader feeds, ProjectionWriter writer) {
        this.id = id;
        this.parked = parked;
        this.feeds = feeds;
        this.writer = writer;
    }

    /** Tries. Returns whether the feed goes on. */
    boolean of(ParkedFeed feed) {
        UUID feedId = feed.feedId();
        long reached = feed.version() - 1;
        while (true) {
            List<RecordedEvent> page;
            try {
                page = feeds.read(feedId, reached, PAGE);
            } catch (UndecodableEvent e) {
                return failed(feed, e.place(), e);
            }
            for (RecordedEvent recorded : page) {
                try {
                    writer.apply(List.of(recorded));
                } catch (RuntimeException e) {
                    if (Parking.passes(e)) {
                        throw e;
                    }
                    return failed(feed, Parking.place(recorded), e);
                }
                reached = recorded.version();
            }
            if (page.isEmpty() && parked.resume(id, feedId, reached)) {
                return true;
            }
        }
    }

    private boolean failed(ParkedFeed feed, Place place, RuntimeException failure) {
        parked.failedAgain(id, feed.failedAgain(place, Parking.error(failure)));
        return false;
    }
}
