package io.github.simplechat.api.query;

import java.util.List;

/**
 * A message that a search has found.
 *
 * @param message the message as history shows it now
 * @param matches where in its text the words that were asked for are, in rising order, without
 *     overlap; never empty
 */
public record FoundMessage(Message message, List<TextRange> matches) {}
