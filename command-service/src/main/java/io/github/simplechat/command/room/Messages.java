package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomRules.requireMayWrite;
import static io.github.simplechat.command.room.RoomRules.requireMember;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.MessageCommand;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.command.room.RoomState.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sending, editing and deleting messages. */
final class Messages {

    private static final String UNKNOWN = "There is no such message in the room.";

    private Messages() {}

    static List<RoomEvent> send(SendMessage c, Present room, PastMessage.Lookup past) {
        Role role = requireMayWrite(c.actorId(), c.at(), room);
        requireLength(c.text());
        if (!role.moderates()) {
            requireWaited(c, room);
        }
        return List.of(
                new MessageSent(
                        c.roomId(),
                        c.actorId(),
                        c.at(),
                        room.seq() + 1,
                        c.text(),
                        c.replyTo(),
                        thread(c, room, past),
                        mentioned(c.mentions(), c.actorId(), room),
                        c.attachments()));
    }

    private static void requireWaited(SendMessage c, Present room) {
        int pause = room.profile().slowModeSeconds();
        @Nullable Instant last = pause == 0 ? null : room.lastSent().get(c.actorId());
        if (last != null && last.plusSeconds(pause).isAfter(c.at())) {
            throw new Rejection(
                    Reason.SLOW_MODE,
                    "Members of this room wait %d seconds between two messages.".formatted(pause),
                    Duration.between(c.at(), last.plusSeconds(pause)));
        }
    }

    private static @Nullable Long thread(SendMessage c, Present room, PastMessage.Lookup past) {
        @Nullable Long replyTo = c.replyTo();
        if (replyTo == null) {
            return null;
        }
        Rejection unknown =
                new Rejection(
                        Reason.MESSAGE_NOT_FOUND, "The message that this one answers is unknown.");
        if (replyTo < 1 || replyTo > room.seq()) {
            throw unknown;
        }
        return past.thread(c.roomId(), replyTo).orElseThrow(() -> unknown);
    }

    /** Members other than the author, each once. */
    private static List<UUID> mentioned(List<UUID> wanted, UUID authorId, Present room) {
        return wanted.stream()
                .filter(userId -> room.roleOf(userId) != null && !userId.equals(authorId))
                .distinct()
                .limit(Limits.MENTIONS)
                .toList();
    }

    static List<RoomEvent> edit(EditMessage c, Present room, PastMessage.Lookup past) {
        requireMayWrite(c.actorId(), c.at(), room);
        requireLength(c.text());
        PastMessage message = find(c, room, past);
        if (!message.authorId().equals(c.actorId())) {
            throw new Rejection(Reason.FORBIDDEN, "Only its author may edit a message.");
        }
        requireNotDeleted(message);
        List<UUID> mentions = mentioned(c.mentions(), c.actorId(), room);
        return c.text().equals(message.text()) && mentions.equals(message.mentions())
                ? List.of()
                : List.of(
                        new MessageEdited(
                                c.roomId(), c.actorId(), c.at(), c.seq(), c.text(), mentions));
    }

    /** Possible in an archived room too. A tombstone is not pinned. */
    static List<RoomEvent> delete(DeleteMessage c, Present room, PastMessage.Lookup past) {
        Role role = requireMember(c.actorId(), room);
        PastMessage message = find(c, room, past);
        if (!message.authorId().equals(c.actorId()) && !role.moderates()) {
            throw new Rejection(
                    Reason.FORBIDDEN, "Only its author or a moderator may delete a message.");
        }
        if (message.deleted()) {
            return List.of();
        }
        RoomEvent deleted = new MessageDeleted(c.roomId(), c.actorId(), c.at(), c.seq());
        return room.pins().contains(c.seq())
                ? List.of(new MessageUnpinned(c.roomId(), c.actorId(), c.at(), c.seq()), deleted)
                : List.of(deleted);
    }

    static void requireKnown(MessageCommand c, Present room) {
        if (c.seq() < 1 || c.seq() > room.seq()) {
            throw new Rejection(Reason.MESSAGE_NOT_FOUND, UNKNOWN);
        }
    }

    static PastMessage find(MessageCommand c, Present room, PastMessage.Lookup past) {
        requireKnown(c, room);
        return past.find(c.roomId(), c.seq())
                .orElseThrow(() -> new Rejection(Reason.MESSAGE_NOT_FOUND, UNKNOWN));
    }

    static void requireNotDeleted(PastMessage message) {
        if (message.deleted()) {
            throw new Rejection(Reason.MESSAGE_DELETED, "The message has been deleted.");
        }
    }

    private static void requireLength(String text) {
        if (text.codePointCount(0, text.length()) > Limits.MESSAGE_CODE_POINTS) {
            throw new Rejection(
                    Reason.MESSAGE_TOO_LONG,
                    "A message has at most %d characters.".formatted(Limits.MESSAGE_CODE_POINTS));
        }
    }
}
