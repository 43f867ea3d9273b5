package io.github.simplechat.api.query;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that the caller has still to answer.
 *
 * @param roomName what the room is called; null while the room projection has not seen it yet
 * @param version its place in the caller's feed
 * @param invitedBy who asked for it
 * @param at when
 */
public record Invitation(
        UUID roomId, @Nullable String roomName, long version, UUID invitedBy, Instant at) {}
