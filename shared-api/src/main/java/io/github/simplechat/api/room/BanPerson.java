package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keep a person out, and take them out when they are in; for moderators. A new end replaces the old
 * one.
 *
 * @param until until when; null for good
 */
public record BanPerson(UUID roomId, UUID actorId, Instant at, UUID userId, @Nullable Instant until)
        implements RoomCommand {}
