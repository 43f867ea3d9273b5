package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.UUID;

/**
 * Tell a person that the actor mentioned them in a message. The same message again changes nothing.
 *
 * @param seq the message's number in its room
 */
public record MentionPerson(UUID userId, UUID actorId, Instant at, UUID roomId, long seq)
        implements PersonCommand {}
