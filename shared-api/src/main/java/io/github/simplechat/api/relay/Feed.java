package io.github.simplechat.api.relay;

import io.github.simplechat.api.announcement.AnnouncementEvent;
import java.util.UUID;

/**
 * A feed that a client may listen to: a room, a person, or everyone.
 *
 * @param type which kind
 * @param id the event stream behind it: the room's id, the person's id, or {@link
 *     AnnouncementEvent#FEED_ID}
 */
public record Feed(RelayType type, UUID id) {

    /** The feed for everyone. */
    public static final Feed ALL = new Feed(RelayType.ALL, AnnouncementEvent.FEED_ID);

    /** The feed of a room, for its members. */
    public static Feed chat(UUID roomId) {
        return new Feed(RelayType.CHAT, roomId);
    }

    /** The feed of a person, for that person. */
    public static Feed person(UUID userId) {
        return new Feed(RelayType.PERSON, userId);
    }
}
