package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
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
            List<RecordedEvent> page = feeds.read(feedId, reached, PAGE);
            for (RecordedEvent recorded : page) {
                try {
                    writer.apply(List.of(recorded));
                } catch (RuntimeException e) {
                    if (Parking.passes(e)) {
                        throw e;
                    }
                    parked.failedAgain(
                            id,
                            feed.failedAgain(
                                    recorded.version(),
                                    recorded.position(),
                                    recorded.event().getClass().getSimpleName(),
                                    Parking.error(e)));
                    return false;
                }
                reached = recorded.version();
            }
            if (page.isEmpty() && parked.resume(id, feedId, reached)) {
                return true;
            }
        }
    }
}
