package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that a person wants of a room. Ids, time and limits come with it, so that deciding is
 * pure.
 */
public sealed interface RoomCommand
        permits CreateRoom,
                OpenDirectRoom,
                ChangeRoom,
                ArchiveRoom,
                JoinRoom,
                AddMember,
                LeaveRoom,
                ForgetMember,
                RemoveMember,
                ChangeRole,
                MuteMember,
                BanPerson,
                LiftBan,
                SendMessage,
                MessageCommand,
                ConfirmMembership,
                ConfirmInviting {

    /** The room's feed. */
    UUID roomId();

    /** Who wants it. */
    UUID actorId();

    /** When it was received, UTC, in whole milliseconds. */
    Instant at();
}
