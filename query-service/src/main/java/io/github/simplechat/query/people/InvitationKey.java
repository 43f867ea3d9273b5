package io.github.simplechat.query.people;

import java.util.UUID;

/** An invitation of a person into a room. */
public record InvitationKey(UUID userId, UUID roomId) {

    /** As one text: {@code userId:roomId}. */
    public String id() {
        return userId + ":" + roomId;
    }
}
