package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Send a message.
 *
 * @param text NFC, 1 to {@link io.github.simplechat.api.Limits#MESSAGE_CODE_POINTS} code points
 * @param replyTo the {@code seq} of an earlier message of the room that it answers
 */
public record SendMessage(
        UUID roomId, UUID actorId, Instant at, String text, @Nullable Long replyTo)
        implements RoomCommand {}
