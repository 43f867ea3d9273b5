package io.github.simplechat.platform.security;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** The public keys of those whose tokens are believed. Implementations are thread-safe. */
@FunctionalInterface
public interface VerificationKeys {

    /** The key with an id; null when nobody that we believe has published it. */
    @Nullable PublicKey find(String keyId);
}
