package io.github.simplechat.command.account;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * A refresh token as its owner sees it: 48 bytes in Base64 for URLs, 16 that name the session and
 * 32 that nobody can guess.
 *
 * @param sessionId the session
 * @param text all of it
 */
record RefreshToken(UUID sessionId, String text) {

    private static final int LENGTH = 64;
    private static final int SECRET = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken ofNewSession() {
        return next(UUID.randomUUID());
    }

    static RefreshToken next(UUID sessionId) {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        byte[] bytes =
                ByteBuffer.allocate(2 * Long.BYTES + SECRET)
                        .putLong(sessionId.getMostSignificantBits())
                        .putLong(sessionId.getLeastSignificantBits())
                        .put(secret)
                        .array();
        return new RefreshToken(sessionId, Base64.getUrlEncoder().encodeToString(bytes));
    }

    /** The token in a text; empty when the text is none. */
    static Optional<RefreshToken> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return Optional.of(new RefreshToken(new UUID(bytes.getLong(), bytes.getLong()), text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is kept of it: SHA-256 in hexadecimal, which is enough for 256 random bits. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(Base64.getUrlDecoder().decode(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
