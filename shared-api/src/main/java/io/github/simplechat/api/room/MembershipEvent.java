package io.github.simplechat.api.room;

import java.util.UUID;

/**
 * A person came into a room or went out of it. The latest one of a person tells whether they are
 * in.
 */
public sealed interface MembershipEvent extends RoomEvent permits MemberJoined, MemberLeft {

    /** The person who came or went; the actor may be somebody else. */
    UUID userId();

    @Override
    default String subject() {
        return userId().toString();
    }
}
