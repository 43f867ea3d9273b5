package io.github.simplechat.api.room;

import java.util.UUID;

/** Something that happened to one person in a room. */
public sealed interface MemberEvent extends RoomEvent
        permits MembershipEvent, MemberRoleChanged, MemberMuted, MemberBanned, MemberUnbanned {

    /** The person whom it is about; the actor may be somebody else. */
    UUID userId();
}
