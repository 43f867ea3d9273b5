package io.github.simplechat.api.person;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A person has read a room up to and including {@code seq}. Only ever rises. */
@Revision("1")
public record MessagesRead(UUID userId, UUID actorId, Instant at, UUID roomId, long seq)
        implements PersonEvent {

    @Override
    public String subject() {
        return roomId.toString();
    }
}
