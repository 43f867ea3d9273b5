package io.github.simplechat.api.room;

/**
 * A reference to a file that goes with a message. The file itself lies elsewhere.
 *
 * @param url where, {@code https} or {@code http}, at most 2,000 characters
 * @param name how people call it, NFC, at most 255 characters
 * @param mediaType what it is, for example {@code image/png}
 * @param size in bytes, at least 0
 */
public record Attachment(String url, String name, String mediaType, long size) {}
