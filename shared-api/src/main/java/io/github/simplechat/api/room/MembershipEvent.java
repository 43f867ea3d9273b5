package io.github.simplechat.api.room;

/**
 * A person came into a room or went out of it. The latest one of a person tells whether they are
 * in.
 */
public sealed interface MembershipEvent extends MemberEvent permits MemberJoined, MemberLeft {

    @Override
    default String subject() {
        return userId().toString();
    }
}
