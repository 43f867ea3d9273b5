package io.github.simplechat.platform.personal;

import io.github.simplechat.api.Rejection;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * A key for each person. Erasing one is final: there is never another for the same person.
 * Implementations are thread-safe.
 */
public interface PersonalKeys {

    /**
     * The key to seal with, made on first use; the same one on every node. Durable before it is
     * returned, so not to be asked for inside a transaction, whose end could take it back.
     *
     * @throws Rejection {@code person-not-found} when the person was erased
     */
    SecretKey sealing(UUID personId);

    /**
     * The key to open with; empty when it was erased.
     *
     * @throws MissingKey when there was never one, so that a lost key is not taken for an erased
     *     one
     */
    Optional<SecretKey> opening(UUID personId);

    /**
     * Erases a person's key, for ever. Durable, and in force at this node, when it returns; at
     * every other node within a second. Repeating it changes nothing.
     */
    void erase(UUID personId);
}
