package io.github.simplechat.query.timeline;

import java.util.UUID;

/**
 * How far a room is, as history knows it.
 *
 * @param version the room's version; every message is at least as new as this says
 * @param lastSeq the number of its last message, 0 when there is none
 */
public record Head(UUID roomId, long version, long lastSeq) {}
