package io.github.simplechat.api.query;

import java.time.Instant;

/**
 * What a message said from a time on.
 *
 * @param version the room's version since when it said so
 * @param text what it said, NFC
 * @param at when it was sent or edited
 */
public record Edit(long version, String text, Instant at) {}
