package io.github.simplechat.api.room;

/** What a member may do in a room. In JSON in lower case. */
public enum Role {
    OWNER,
    MODERATOR,
    MEMBER;

    /** Whether this role may settle who is in the room, and delete the messages of others. */
    public boolean moderates() {
        return this != MEMBER;
    }

    /**
     * Whether this role may act against another: an owner against moderators and members, a
     * moderator against members, nobody against their like.
     */
    public boolean outranks(Role other) {
        return compareTo(other) < 0;
    }
}
