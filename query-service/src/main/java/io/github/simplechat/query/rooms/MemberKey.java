package io.github.simplechat.query.rooms;

import java.util.UUID;

/** A person in a room. */
public record MemberKey(UUID roomId, UUID userId) {

    /** As one text: {@code roomId:userId}. */
    public String id() {
        return roomId + ":" + userId;
    }
}
