package io.github.simplechat.api.query;

import java.time.Instant;
import java.util.UUID;

/**
 * Something told to everyone.
 *
 * @param version its place in the feed of announcements
 * @param type {@code service-check}, {@code biz-event} or {@code new-feature}
 */
public record Announcement(long version, String type, String text, UUID actorId, Instant at) {}
