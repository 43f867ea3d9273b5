package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomRules.requireMayWrite;
import static io.github.simplechat.command.room.RoomRules.requireMember;
import static io.github.simplechat.command.room.RoomRules.requireModerator;
import static io.github.simplechat.command.room.RoomRules.requireNotArchived;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddReaction;
import io.github.simplechat.api.room.MessageCommand;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.PinMessage;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionRemoved;
import io.github.simplechat.api.room.RemoveReaction;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.UnpinMessage;
import io.github.simplechat.command.room.RoomState.Present;
import java.util.List;

/** What is put to a message: reactions and pins. */
final class Marks {

    private Marks() {}

    static List<RoomEvent> react(AddReaction c, Present room, PastMessage.Lookup past) {
        requireMayWrite(c.actorId(), c.at(), room);
        Messages.requireNotDeleted(Messages.find(c, room, past));
        return past.reacted(c.roomId(), c.seq(), c.emoji(), c.actorId())
                ? List.of()
                : List.of(new ReactionAdded(c.roomId(), c.actorId(), c.at(), c.seq(), c.emoji()));
    }

    static List<RoomEvent> takeBack(RemoveReaction c, Present room, PastMessage.Lookup past) {
        requireMember(c.actorId(), room);
        requireNotArchived(room);
        Messages.requireKnown(c, room);
        return past.reacted(c.roomId(), c.seq(), c.emoji(), c.actorId())
                ? List.of(new ReactionRemoved(c.roomId(), c.actorId(), c.at(), c.seq(), c.emoji()))
                : List.of();
    }

    static List<RoomEvent> pin(PinMessage c, Present room, PastMessage.Lookup past) {
        requireMayPin(c, room);
        if (room.pins().contains(c.seq())) {
            return List.of();
        }
        Messages.requireNotDeleted(Messages.find(c, room, past));
        if (room.pins().size() >= Limits.PINS) {
            throw new Rejection(
                    Reason.TOO_MANY_PINS,
                    "A room has at most %d pinned messages; unpin one first."
                            .formatted(Limits.PINS));
        }
        return List.of(new MessagePinned(c.roomId(), c.actorId(), c.at(), c.seq()));
    }

    static List<RoomEvent> unpin(UnpinMessage c, Present room) {
        requireMayPin(c, room);
        Messages.requireKnown(c, room);
        return room.pins().contains(c.seq())
                ? List.of(new MessageUnpinned(c.roomId(), c.actorId(), c.at(), c.seq()))
                : List.of();
    }

    private static void requireMayPin(MessageCommand c, Present room) {
        if (room.direct()) {
            requireMember(c.actorId(), room);
        } else {
            requireModerator(c.actorId(), room);
        }
        requireNotArchived(room);
    }
}
