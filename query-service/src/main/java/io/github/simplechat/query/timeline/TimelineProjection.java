package io.github.simplechat.query.timeline;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.PinEvent;
import io.github.simplechat.api.room.ReactionEvent;
import io.github.simplechat.api.room.RoomEvent;
import org.jspecify.annotations.Nullable;

/** What events make of messages and of the head of a room. Pure. */
final class TimelineProjection {

    private TimelineProjection() {}

    /** The message after an event; null when the event is about a message that was never sent. */
    static @Nullable Message evolve(@Nullable Message message, long version, MessageEvent event) {
        return switch (event) {
            case MessageSent sent ->
                    new Message(
                            sent.roomId(),
                            sent.seq(),
                            version,
                            sent.actorId(),
                            sent.text(),
                            sent.at(),
                            null,
                            null,
                            sent.replyTo());
            case MessageEdited edited -> message == null ? null : edited(message, version, edited);
            case MessageDeleted deleted ->
                    message == null ? null : tombstone(message, version, deleted);
            case ReactionEvent reaction -> message;
            case PinEvent pin -> message;
        };
    }

    private static Message edited(Message before, long version, MessageEdited event) {
        return new Message(
                before.roomId(),
                before.seq(),
                version,
                before.authorId(),
                event.text(),
                before.sentAt(),
                event.at(),
                null,
                before.replyTo());
    }

    private static Message tombstone(Message before, long version, MessageDeleted event) {
        return new Message(
                before.roomId(),
                before.seq(),
                version,
                before.authorId(),
                null,
                before.sentAt(),
                before.editedAt(),
                event.at(),
                before.replyTo());
    }

    /** The head of a room after any event of the room. */
    static Head evolve(@Nullable Head head, long version, RoomEvent event) {
        long lastSeq = head == null ? 0 : head.lastSeq();
        return new Head(
                event.roomId(),
                version,
                event instanceof MessageSent sent ? Math.max(lastSeq, sent.seq()) : lastSeq);
    }
}
