package io.github.simplechat.api.person;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/**
 * A person was mentioned in a message of a room that they are a member of. The author is the actor.
 *
 * @param seq the message's number in its room
 */
@Revision("1")
public record PersonMentioned(UUID userId, UUID actorId, Instant at, UUID roomId, long seq)
        implements PersonEvent {

    @Override
    public String subject() {
        return subject(roomId, seq);
    }

    /** The subject under which a mention in a message is found. */
    public static String subject(UUID roomId, long seq) {
        return roomId + ":" + seq;
    }
}
