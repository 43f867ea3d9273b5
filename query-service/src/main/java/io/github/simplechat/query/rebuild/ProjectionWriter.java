package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.query.platform.Contents;
import java.util.List;

/**
 * Takes events into one generation. Taking in a batch again, or one that overlaps what another
 * writer takes in at the same time, leaves the same documents as taking it in once: every document
 * is fed by one feed, and a change is written only over an older version.
 */
public interface ProjectionWriter {

    /**
     * Takes in events, in the order of the log. When it returns they are as durable as the store
     * makes them; when it throws, some may have been taken in, and the batch is to be given again.
     */
    void apply(List<RecordedEvent> batch);

    /** All documents of the generation, to be compared with those of another. */
    Contents contents();

    /** Removes the generation with all its documents. */
    void drop();

    /** Lets go of what it holds open; the documents stay. Nothing is taken in after it. */
    default void close() {}
}
