package io.github.simplechat.query.timeline;

import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * What events make of the head of a room. Pure. What they make of messages is {@link
 * io.github.simplechat.api.query.MessageProjection}.
 */
final class TimelineProjection {

    private TimelineProjection() {}

    /** The head of a room after any event of the room. */
    static Head evolve(@Nullable Head head, long version, RoomEvent event) {
        long lastSeq = head == null ? 0 : head.lastSeq();
        return new Head(
                event.roomId(),
                version,
                event instanceof MessageSent sent ? Math.max(lastSeq, sent.seq()) : lastSeq);
    }
}
