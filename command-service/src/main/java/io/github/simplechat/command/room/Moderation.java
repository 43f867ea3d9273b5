package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomRules.requireModerator;
import static io.github.simplechat.command.room.RoomRules.requireNotArchived;
import static io.github.simplechat.command.room.RoomRules.requireNotDirect;
import static io.github.simplechat.command.room.RoomRules.requireOtherMember;
import static io.github.simplechat.command.room.RoomRules.requireOutranked;
import static io.github.simplechat.command.room.RoomRules.requireOwner;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.BanPerson;
import io.github.simplechat.api.room.ChangeRole;
import io.github.simplechat.api.room.LiftBan;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MuteMember;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.command.room.RoomState.Present;
import io.github.simplechat.command.room.Sanctions.Ban;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Roles, mutes and bans. Whoever acts against another must outrank them. */
final class Moderation {

    private Moderation() {}

    static List<RoomEvent> changeRole(ChangeRole c, Present room) {
        requireNotDirect(room);
        requireOwner(c.actorId(), room);
        if (requireOtherMember(c.userId(), room) == c.role()) {
            return List.of();
        }
        if (room.hasOnlyOwner(c.userId())) {
            throw new Rejection(
                    Reason.LAST_OWNER, "A room needs an owner; name another one first.");
        }
        return List.of(
                new MemberRoleChanged(c.roomId(), c.actorId(), c.at(), c.userId(), c.role()));
    }

    static List<RoomEvent> mute(MuteMember c, Present room) {
        requireNotDirect(room);
        Role actor = requireModerator(c.actorId(), room);
        requireNotArchived(room);
        requireOutranked(requireOtherMember(c.userId(), room), actor);
        @Nullable Instant until = c.mutedUntil();
        @Nullable Instant wanted = until != null && until.isAfter(c.at()) ? until : null;
        return Objects.equals(wanted, room.sanctions().mutedUntil(c.userId(), c.at()))
                ? List.of()
                : List.of(new MemberMuted(c.roomId(), c.actorId(), c.at(), c.userId(), wanted));
    }

    static List<RoomEvent> ban(BanPerson c, Present room) {
        requireNotDirect(room);
        Role actor = requireModerator(c.actorId(), room);
        @Nullable Role other = room.roleOf(c.userId());
        requireOutranked(other, actor);
        Ban wanted = new Ban(c.until());
        if (!wanted.holds(c.at())) {
            throw new Rejection(Reason.INVALID_REQUEST, "A ban must end in the future.");
        }
        RoomEvent banned = new MemberBanned(c.roomId(), c.actorId(), c.at(), c.userId(), c.until());
        if (other != null) {
            return List.of(new MemberLeft(c.roomId(), c.actorId(), c.at(), c.userId()), banned);
        }
        return wanted.equals(room.sanctions().banOf(c.userId(), c.at()))
                ? List.of()
                : List.of(banned);
    }

    static List<RoomEvent> lift(LiftBan c, Present room) {
        requireNotDirect(room);
        requireModerator(c.actorId(), room);
        return room.sanctions().banOf(c.userId(), c.at()) == null
                ? List.of()
                : List.of(new MemberUnbanned(c.roomId(), c.actorId(), c.at(), c.userId()));
    }
}
