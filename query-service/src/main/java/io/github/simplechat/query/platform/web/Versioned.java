package io.github.simplechat.query.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Answers about a feed: they carry its version, and may ask for one. */
public final class Versioned {

    private Versioned() {}

    /** An answer with the feed's version as its {@code ETag}. */
    public static <T> ResponseEntity<T> answer(long version, T body) {
        return ResponseEntity.ok().eTag("\"" + version + "\"").body(body);
    }

    /** What {@code minVersion} asks for; without it, that the feed has been seen at all. */
    public static long required(@Nullable Long minVersion) {
        return minVersion == null ? 0 : minVersion;
    }
}
