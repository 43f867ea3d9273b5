package io.github.simplechat.query.search;

import io.github.simplechat.query.timeline.MessageKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a batch of events makes of the index, to be done in this order: erase, remove, replace, put.
 *
 * @param erased people whose messages are to be found no more
 * @param removed messages that are to be found no more
 * @param replaced messages of earlier batches with what they say now
 * @param put messages that were sent in the batch
 */
public record IndexChanges(
        Set<UUID> erased,
        Set<MessageKey> removed,
        Map<MessageKey, NewText> replaced,
        Map<MessageKey, IndexedMessage> put) {

    /** A text that replaces an older version's. */
    public record NewText(long version, String text) {}

    static IndexChanges none() {
        return new IndexChanges(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
    }
}
