package io.github.simplechat.query.rebuild;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of a batch into the documents that they concern, leaving out what a document
 * already contains.
 *
 * @param <K> what names a document
 * @param <D> a document, which carries the version of its last change
 */
public final class Fold<K, D> {

    private final Map<K, D> documents;
    private final Map<K, D> changed = new LinkedHashMap<>();
    private final ToLongFunction<D> version;

    /**
     * A fold over documents.
     *
     * @param documents those that were there before the batch
     * @param version the version that a document carries
     */
    public Fold(Map<K, D> documents, ToLongFunction<D> version) {
        this.documents = new HashMap<>(documents);
        this.version = version;
    }

    /**
     * Takes in one event, unless the document is as new already.
     *
     * @param eventVersion the event's version in the one feed that feeds the document
     * @param evolve gives the document after the event, from the one before it or from null; null
     *     leaves all as it is
     */
    public void apply(K key, long eventVersion, UnaryOperator<@Nullable D> evolve) {
        D before = documents.get(key);
        if (before != null && version.applyAsLong(before) >= eventVersion) {
            return;
        }
        D after = evolve.apply(before);
        if (after != null) {
            documents.put(key, after);
            changed.put(key, after);
        }
    }

    /** The documents that have changed, in their last state. */
    public Collection<D> changed() {
        return changed.values();
    }
}
