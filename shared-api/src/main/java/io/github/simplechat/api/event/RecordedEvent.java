package io.github.simplechat.api.event;

/**
 * An event with its two places.
 *
 * @param position its place among all events of the store, rising in commit order, may have holes
 * @param version its place in its own feed, from 0, rising by exactly 1, without holes
 * @param event what happened
 */
public record RecordedEvent(long position, long version, ChatEvent event) {}
