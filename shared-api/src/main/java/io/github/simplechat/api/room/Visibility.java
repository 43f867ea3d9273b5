package io.github.simplechat.api.room;

/**
 * Who may join a room without being invited or added. In JSON {@code "public"} or {@code
 * "private"}.
 */
public enum Visibility {
    PUBLIC,
    PRIVATE
}
