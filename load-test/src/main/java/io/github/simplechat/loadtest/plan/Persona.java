package io.github.simplechat.loadtest.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Somebody who takes part. The same prefix and identity give the same persona in every run.
 *
 * @param username 3 to 64 characters, {@code [a-z0-9][a-z0-9._-]*}
 * @param password derived as well: these accounts protect nothing
 * @param displayName the nick
 */
public record Persona(String username, String password, String displayName) {

    private static final int READABLE = 30;
    private static final int DISPLAY = 64;

    /**
     * Makes the account of an identity.
     *
     * @param prefix what all usernames begin with
     * @param identity whatever tells two people apart
     * @param displayName what others see
     */
    public static Persona of(String prefix, String identity, String displayName) {
        String hash = hash(prefix + "\n" + identity);
        String readable = displayName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
        if (readable.length() > READABLE) {
            readable = readable.substring(0, READABLE);
        }
        String username =
                readable.isEmpty()
                        ? prefix + "-" + hash.substring(0, 10)
                        : prefix + "-" + readable + "-" + hash.substring(0, 10);
        return new Persona(username, "pw-" + hash.substring(10, 34), cut(displayName));
    }

    private static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= DISPLAY ? name : name.substring(0, name.offsetByCodePoints(0, DISPLAY));
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
