package io.github.simplechat.query.search;

import io.github.simplechat.query.timeline.MessageKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as the index takes it in.
 *
 * @param version the room's version at its last change
 * @param position the place of its sending among all events
 * @param text what it says now, NFC
 */
public record IndexedMessage(
        MessageKey key, long version, long position, UUID authorId, Instant sentAt, String text) {

    /** The same message with another text. */
    public IndexedMessage edited(long newVersion, String newText) {
        return new IndexedMessage(key, newVersion, position, authorId, sentAt, newText);
    }
}
