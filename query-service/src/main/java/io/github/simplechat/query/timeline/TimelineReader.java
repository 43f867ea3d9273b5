package io.github.simplechat.query.timeline;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.query.platform.VersionGate;
import io.github.simplechat.query.rebuild.ServedProjection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads the timeline of a room once it is far enough. */
@Component("queryTimelineReader")
public final class TimelineReader {

    private final ServedProjection<TimelineStore> timeline;
    private final FeedReader feeds;

    /** A reader of the generation that serves. */
    public TimelineReader(ServedProjection<TimelineStore> timeline, FeedReader feeds) {
        this.timeline = timeline;
        this.feeds = feeds;
    }

    /** One generation and the head of the room that it had. */
    public record View(TimelineStore store, Head head) {}

    /**
     * The timeline of a room, asked anew until it is far enough.
     *
     * @throws Rejection {@code projection-behind} when it is not in time
     */
    public View view(UUID roomId, long minVersion) {
        return VersionGate.await(
                () -> {
                    TimelineStore store = timeline.store();
                    return store.head(roomId).map(head -> new View(store, head));
                },
                view -> view.head().version(),
                minVersion);
    }

    /**
     * One message. One that was sent is there in a moment; one that never was is not found.
     *
     * @throws Rejection {@code message-not-found}
     */
    public Message message(View view, MessageKey key) {
        return view.store().message(key).orElseGet(() -> awaitSent(key));
    }

    private Message awaitSent(MessageKey key) {
        if (feeds.first(key.roomId(), Long.toString(key.seq())).isEmpty()) {
            throw notFound();
        }
        return VersionGate.await(() -> timeline.store().message(key), Message::version, 0);
    }

    /** The refusal of a number that no message has. */
    public static Rejection notFound() {
        return new Rejection(Reason.MESSAGE_NOT_FOUND, "There is no such message.");
    }
}
