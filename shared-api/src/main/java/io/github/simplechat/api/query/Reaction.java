package io.github.simplechat.api.query;

import java.util.List;
import java.util.UUID;

/**
 * An emoji under a message.
 *
 * @param emoji the emoji, NFC
 * @param userIds who put it there, in the order in which they did; never empty
 */
public record Reaction(String emoji, List<UUID> userIds) {}
