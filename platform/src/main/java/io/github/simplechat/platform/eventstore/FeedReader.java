package io.github.simplechat.platform.eventstore;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One feed, read by version. Every read costs what it returns, however long the feed is, and sees
 * every event whose command was acknowledged before the read began.
 */
public interface FeedReader {

    /** The version of a feed that has no event yet. */
    long NO_VERSION = -1;

    /**
     * The next events of a feed after a version.
     *
     * @param afterVersion the last version seen, {@link #NO_VERSION} to start at the beginning
     * @param limit how many at the most
     * @return in rising version without holes; empty when the feed does not exist or has no more;
     *     when one of them cannot be decoded, those before it
     * @throws UndecodableEvent when the very next event cannot be decoded
     */
    List<RecordedEvent> read(UUID feedId, long afterVersion, int limit);

    /** The version of a feed's newest event, {@link #NO_VERSION} when the feed does not exist. */
    long version(UUID feedId);

    /**
     * The next events of a feed about a {@linkplain ChatEvent#subject() subject} after a version.
     *
     * @param limit how many at the most
     * @return in rising version
     */
    List<RecordedEvent> about(UUID feedId, String subject, long afterVersion, int limit);

    /** The oldest event of a feed about a subject. */
    default Optional<RecordedEvent> first(UUID feedId, String subject) {
        return about(feedId, subject, NO_VERSION, 1).stream().findFirst();
    }

    /** The newest event of a feed about a subject. */
    Optional<RecordedEvent> latest(UUID feedId, String subject);
}
