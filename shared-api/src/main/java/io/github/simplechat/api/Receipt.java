package io.github.simplechat.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an accepted command, given once its events are durable.
 *
 * @param feedId the feed that the command was for
 * @param version the feed's version after the command; unchanged when nothing happened
 * @param seq the message's number, where the command was about a message; for {@link
 *     io.github.simplechat.api.room.ConfirmMembership} the room's last one
 * @param at when it was accepted
 */
public record Receipt(UUID feedId, long version, @Nullable Long seq, Instant at) {}
