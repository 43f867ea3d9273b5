package io.github.simplechat.platform.security.revocation;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * From when on the access tokens of a person are valid. Whoever verifies a token asks; whoever logs
 * a person out everywhere, changes their roles or erases them revokes. Implementations are
 * thread-safe.
 */
public interface Revocations {

    /**
     * A token issued before this is not valid. Answered from memory, at most a second old; {@link
     * Instant#MIN} when nothing was ever revoked.
     */
    Instant validFrom(UUID personId);

    /** The same, as it is now, for those who issue tokens. */
    Instant latestValidFrom(UUID personId);

    /**
     * Ends all tokens issued to a person until now. Durable, and in force at this node, when it
     * returns; at every other node within a second.
     *
     * @return the first moment of new tokens, which is the beginning of a second, because a token
     *     holds the second in which it was issued: the next one, or the one after the last
     *     revocation's
     */
    Instant revoke(UUID personId, Instant now);

    /**
     * Is told of each revocation, here or at another node, soon after it is in force here. Must not
     * block and must not throw; may be told twice.
     */
    void listen(Consumer<UUID> listener);
}
