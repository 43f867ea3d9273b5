package io.github.simplechat.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A request that must take effect once: its key, and a digest of what was asked for.
 *
 * @param actorId whose key it is; two people may use the same one
 * @param key what the client chose, 1 to 128 visible ASCII characters
 * @param digest SHA-256 over path and body, in hexadecimal
 */
public record Claim(UUID actorId, String key, String digest) {

    /** A claim for a request to a path with a body. */
    public static Claim of(UUID actorId, String key, String path, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(path.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return new Claim(actorId, key, HexFormat.of().formatHex(sha256.digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
