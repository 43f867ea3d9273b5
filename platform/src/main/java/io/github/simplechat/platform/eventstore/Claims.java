package io.github.simplechat.platform.eventstore;

import java.util.Optional;
import java.util.UUID;

/**
 * Requests that have taken effect, kept until their actor is forgotten. A claim is found if and
 * only if the events that it stands for are durable. Implementations are thread-safe.
 */
public interface Claims {

    /** The request that first used this actor's key; its digest may be another one. */
    Optional<ClaimedRequest> find(Claim claim);

    /**
     * Lets a request be stored with the events of the command that is being executed on this
     * thread, or alone when the command has none. To be called once the command is decided.
     *
     * <p>When the key turns out to be taken, the command fails with {@link ClaimTaken}.
     */
    void storeWithCommand(ClaimedRequest request);

    /** Forgets an actor's keys and what they asked for. What they did stays done. */
    void forget(UUID actorId);
}
