package io.github.simplechat.query.search;

import io.github.simplechat.query.timeline.MessageKey;

/**
 * A message that was found.
 *
 * @param version the room's version at the message's last change that the index knows
 * @param place where it stands in this search
 */
public record Hit(MessageKey message, long version, SearchPlace place) {}
