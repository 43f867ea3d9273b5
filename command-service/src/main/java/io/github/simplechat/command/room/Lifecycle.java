package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomRules.requireModerator;
import static io.github.simplechat.command.room.RoomRules.requireNotArchived;
import static io.github.simplechat.command.room.RoomRules.requireNotDirect;
import static io.github.simplechat.command.room.RoomRules.requireOwner;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.ArchiveRoom;
import io.github.simplechat.api.room.ChangeRoom;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.OpenDirectRoom;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.command.room.RoomState.Present;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Opening, changing and archiving rooms. */
final class Lifecycle {

    private Lifecycle() {}

    static List<RoomEvent> create(CreateRoom c, RoomState state) {
        if (state instanceof Present) {
            throw new Rejection(Reason.ROOM_EXISTS, "There is already a room with this id.");
        }
        return List.of(
                new RoomCreated(
                        c.roomId(), c.actorId(), c.at(), c.name(), c.visibility(), c.topic()),
                new MemberJoined(c.roomId(), c.actorId(), c.at(), c.actorId(), Role.OWNER, 0));
    }

    /** Both are members and nothing more: nobody moderates the other. */
    static List<RoomEvent> openDirect(OpenDirectRoom c, RoomState state) {
        if (state instanceof Present) {
            return List.of();
        }
        return List.of(
                new DirectRoomCreated(c.roomId(), c.actorId(), c.at(), c.userId()),
                new MemberJoined(c.roomId(), c.actorId(), c.at(), c.actorId(), Role.MEMBER, 0),
                new MemberJoined(c.roomId(), c.actorId(), c.at(), c.userId(), Role.MEMBER, 0));
    }

    static List<RoomEvent> change(ChangeRoom c, Present room) {
        requireNotDirect(room);
        requireModerator(c.actorId(), room);
        requireNotArchived(room);
        Profile old = room.profile();
        Profile wanted = wanted(c, old);
        if (wanted.visibility() != old.visibility()) {
            requireOwner(c.actorId(), room);
        }
        return wanted.equals(old)
                ? List.of()
                : List.of(
                        new RoomChanged(
                                c.roomId(),
                                c.actorId(),
                                c.at(),
                                wanted.name(),
                                wanted.visibility(),
                                wanted.topic(),
                                wanted.slowModeSeconds()));
    }

    private static Profile wanted(ChangeRoom c, Profile old) {
        return new Profile(
                Objects.requireNonNullElse(c.name(), old.name()),
                Objects.requireNonNullElse(c.visibility(), old.visibility()),
                topic(c.topic(), old.topic()),
                Objects.requireNonNullElse(c.slowModeSeconds(), old.slowModeSeconds()));
    }

    private static @Nullable String topic(@Nullable String wanted, @Nullable String old) {
        if (wanted == null) {
            return old;
        }
        return wanted.isEmpty() ? null : wanted;
    }

    static List<RoomEvent> archive(ArchiveRoom c, Present room) {
        requireNotDirect(room);
        requireOwner(c.actorId(), room);
        return room.archived()
                ? List.of()
                : List.of(new RoomArchived(c.roomId(), c.actorId(), c.at()));
    }
}
