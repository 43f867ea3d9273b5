package io.github.simplechat.api.event;

import io.github.simplechat.api.announcement.AnnouncementEvent;
import io.github.simplechat.api.person.PersonEvent;
import io.github.simplechat.api.room.RoomEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a feed. Events are kept for ever: a component may be added with a new
 * revision, never renamed or removed, and a class is never moved without a data migration.
 */
public sealed interface ChatEvent permits RoomEvent, PersonEvent, AnnouncementEvent {

    /** The stream that this event belongs to; unique over all kinds of feed. */
    UUID feedId();

    /** The person who caused it. */
    UUID actorId();

    /** When the command was accepted, UTC, in whole milliseconds. Shown, never sorted by. */
    Instant at();

    /**
     * The thing inside the feed that this event is about: a message's {@code seq} or a member's id.
     * The event store finds all events of one subject without reading the stream. Null when the
     * event is about the feed as a whole.
     */
    default @Nullable String subject() {
        return null;
    }

    /**
     * Whether anything else may have to be done because of it. Those who do such things are not
     * shown the other events, which are almost all.
     */
    default boolean hasConsequences() {
        return false;
    }
}
