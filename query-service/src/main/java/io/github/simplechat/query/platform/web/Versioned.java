package io.github.simplechat.query.platform.web;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.platform.json.ChatJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Answers about a feed: they carry its version, and may ask for one. */
public final class Versioned {

    private Versioned() {}

    /** An answer with the feed's version as its {@code ETag}. */
    public static <T> ResponseEntity<T> answer(long version, T body) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }

    /**
     * The same for messages. An erasure is on the feed of its person and moves no room's version,
     * so those that it has emptied are counted in the {@code ETag} too: their number only rises.
     *
     * @param shown all messages that the answer shows
     */
    public static <T> ResponseEntity<T> messages(
            String version, Collection<Message> shown, T body) {
        long erased = shown.stream().filter(Message::erased).count();
        String tag = erased == 0 ? version : version + "-e" + erased;
        return ResponseEntity.ok().eTag("\"" + tag + "\"").body(body);
    }

    /**
     * An answer that no single feed gives a version to: its {@code ETag} is a digest of what it
     * says.
     */
    public static <T> ResponseEntity<T> digested(T body) {
        byte[] json = ChatJson.mapper().writeValueAsBytes(body);
        return ResponseEntity.ok()
                .eTag("\"" + HexFormat.of().formatHex(sha256(json), 0, 12) + "\"")
                .body(body);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code minVersion} asks for; without it, that the feed has been seen at all. */
    public static long required(@Nullable Long minVersion) {
        return minVersion == null ? 0 : minVersion;
    }
}
