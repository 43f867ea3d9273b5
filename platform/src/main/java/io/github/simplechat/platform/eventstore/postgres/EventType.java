package io.github.simplechat.platform.eventstore.postgres;

import org.jspecify.annotations.Nullable;

/**
 * What a row says of an event's kind by a number.
 *
 * @param feedType the kind of feed, as Axon's aggregate type
 * @param name the class of the payload
 * @param revision the revision of its JSON
 */
record EventType(String feedType, String name, @Nullable String revision) {}
