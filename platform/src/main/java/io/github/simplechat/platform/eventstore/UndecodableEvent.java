package io.github.simplechat.platform.eventstore;

import java.util.UUID;

/**
 * An event is there and cannot be read: nobody here knows its kind, its JSON is broken, or the key
 * that it was sealed with was lost. It stays so until somebody mends the cause. What is said of it
 * is its place and its kind, and nothing of what it says.
 */
public final class UndecodableEvent extends RuntimeException {

    private final Place place;

    /**
     * Where it is.
     *
     * @param position its place in the log, 0 where the store does not tell
     * @param type the stored name of its kind
     */
    public record Place(long position, UUID feedId, long version, String type) {}

    /** The event at this place cannot be read. */
    public UndecodableEvent(Place place, Throwable cause) {
        super(
                "Version %d of feed %s, a %s at position %d, cannot be read."
                        .formatted(place.version(), place.feedId(), place.type(), place.position()),
                cause);
        this.place = place;
    }

    /** Where it is. */
    public Place place() {
        return place;
    }

    /** What first went wrong. */
    public Throwable root() {
        Throwable root = this;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
