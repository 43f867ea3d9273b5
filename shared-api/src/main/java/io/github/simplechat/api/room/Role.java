package io.github.simplechat.api.room;

/** What a member may do in a room. In JSON in lower case. */
public enum Role {
    OWNER,
    MODERATOR,
    MEMBER;

    /** Whether this role may add and remove members, and delete the messages of others. */
    public boolean moderates() {
        return this != MEMBER;
    }
}
