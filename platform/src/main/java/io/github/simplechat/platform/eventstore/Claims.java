package io.github.simplechat.platform.eventstore;

import java.util.Optional;

/**
 * Requests that have taken effect, kept for ever. A claim is found if and only if the events that
 * it stands for are durable. Implementations are thread-safe.
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
}
