package io.github.simplechat.api.query;

import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionRemoved;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What events make of a message, for all who show one. Pure. A tombstone stays one: only its
 * version goes on, and its time when it is deleted. So a message whose author was erased looks the
 * same whether it was shown before or is read for the first time after.
 */
public final class MessageProjection {

    private MessageProjection() {}

    /** What may change about a message. */
    private record Content(
            @Nullable String text,
            @Nullable Instant editedAt,
            List<UUID> mentions,
            List<Reaction> reactions,
            List<Attachment> attachments,
            boolean pinned) {

        static final Content NONE = new Content(null, null, List.of(), List.of(), List.of(), false);

        static Content of(Message message) {
            return new Content(
                    message.text(),
                    message.editedAt(),
                    message.mentions(),
                    message.reactions(),
                    message.attachments(),
                    message.pinned());
        }

        Content edited(MessageEdited event) {
            return new Content(
                    event.text(), event.at(), event.mentions(), reactions, attachments, pinned);
        }

        Content reacted(List<Reaction> now) {
            return new Content(text, editedAt, mentions, now, attachments, pinned);
        }

        Content pinned(boolean now) {
            return new Content(text, editedAt, mentions, reactions, attachments, now);
        }
    }

    /** The message after an event; null when the event is about a message that was never sent. */
    public static @Nullable Message evolve(
            @Nullable Message before, long version, MessageEvent event) {
        if (event instanceof MessageSent sent) {
            return sent(version, sent);
        }
        if (before == null) {
            return null;
        }
        if (event instanceof MessageDeleted deleted) {
            return with(before, version, later(deleted.at(), before.sentAt()), Content.NONE);
        }
        Content content = Content.of(before);
        return with(
                before,
                version,
                before.deletedAt(),
                before.tombstone() ? content : after(content, event));
    }

    /** A deletion is told apart from an erasure by its time, whatever clocks say. */
    private static Instant later(Instant deletedAt, Instant sentAt) {
        return deletedAt.isAfter(sentAt) ? deletedAt : sentAt.plusMillis(1);
    }

    private static Message sent(long version, MessageSent event) {
        Message message =
                new Message(
                        event.roomId(),
                        event.seq(),
                        version,
                        event.actorId(),
                        event.text(),
                        event.at(),
                        null,
                        null,
                        event.replyTo(),
                        event.threadOf(),
                        event.mentions(),
                        List.of(),
                        event.attachments(),
                        false);
        return event.text() == null ? erased(message) : message;
    }

    private static Content after(Content before, MessageEvent event) {
        return switch (event) {
            case MessageEdited e -> e.text() == null ? before : before.edited(e);
            case ReactionAdded e ->
                    before.reacted(Reactions.with(before.reactions(), e.emoji(), e.actorId()));
            case ReactionRemoved e ->
                    before.reacted(Reactions.without(before.reactions(), e.emoji(), e.actorId()));
            case MessagePinned e -> before.pinned(true);
            case MessageUnpinned e -> before.pinned(false);
            case MessageSent e -> before;
            case MessageDeleted e -> Content.NONE;
        };
    }

    /** What is left of a message when its author is forgotten. */
    public static Message erased(Message message) {
        return message.tombstone()
                ? message
                : with(message, message.version(), message.sentAt(), Content.NONE);
    }

    private static Message with(
            Message before, long version, @Nullable Instant deletedAt, Content content) {
        return new Message(
                before.roomId(),
                before.seq(),
                version,
                before.authorId(),
                content.text(),
                before.sentAt(),
                content.editedAt(),
                deletedAt,
                before.replyTo(),
                before.threadOf(),
                content.mentions(),
                content.reactions(),
                content.attachments(),
                content.pinned());
    }
}
