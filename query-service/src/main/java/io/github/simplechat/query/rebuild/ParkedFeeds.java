package io.github.simplechat.query.rebuild;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where it is remembered which feeds are parked. Every call is one write to one feed of one
 * generation, so that who leaves an event out and who resumes the feed never miss each other.
 * Implementations are thread-safe.
 */
public interface ParkedFeeds {

    /** The parked feeds of a generation, by the position of what failed. */
    List<ParkedFeed> of(GenerationId generation);

    /** One of them. */
    Optional<ParkedFeed> find(GenerationId generation, UUID feedId);

    /**
     * Parks a feed. One that is parked already stays parked where it is; what is left out is added.
     *
     * @return the feed as it is parked now
     */
    ParkedFeed park(GenerationId generation, ParkedFeed feed);

    /**
     * Says that the events of a feed up to a version are left out.
     *
     * @return false when the feed is not parked any more: then they must be taken in
     */
    boolean leaveOut(GenerationId generation, UUID feedId, long version);

    /** Says where a retry has failed; a feed that is not parked any more stays so. */
    void failedAgain(GenerationId generation, ParkedFeed feed);

    /**
     * Ends the parking of a feed of which all has been taken in up to a version.
     *
     * @return false, and it stays parked, when later events were left out meanwhile
     */
    boolean resume(GenerationId generation, UUID feedId, long version);

    /** Forgets all of a generation. */
    void forget(GenerationId generation);
}
