package io.github.simplechat.query.platform.memory;

import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.Fingerprint;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Documents that only ever get newer, in memory. Thread-safe.
 *
 * @param <K> what names a document
 * @param <D> a document
 */
public final class MemoryDocuments<K, D> implements Documents {

    private final Map<K, D> documents = new ConcurrentHashMap<>();
    private final Function<D, K> key;
    private final ToLongFunction<D> version;

    /** An empty collection. */
    public MemoryDocuments(Function<D, K> key, ToLongFunction<D> version) {
        this.key = key;
        this.version = version;
    }

    /** The documents with these keys that are there. */
    public Map<K, D> load(Collection<K> keys) {
        Map<K, D> found = new LinkedHashMap<>();
        for (K wanted : keys) {
            D document = documents.get(wanted);
            if (document != null) {
                found.put(wanted, document);
            }
        }
        return found;
    }

    /** Writes each document unless one with the same or a higher version is there. */
    public void write(Collection<D> changed) {
        for (D document : changed) {
            documents.merge(key.apply(document), document, this::newer);
        }
    }

    private D newer(D there, D offered) {
        return version.applyAsLong(offered) > version.applyAsLong(there) ? offered : there;
    }

    /** All documents, in no order. */
    public Stream<D> stream() {
        return documents.values().stream();
    }

    /** Changes some documents, at whatever version they are. */
    public void change(Predicate<D> which, UnaryOperator<D> change) {
        documents.replaceAll((key, there) -> which.test(there) ? change.apply(there) : there);
    }

    /** Forgets some documents. */
    public void remove(Predicate<D> which) {
        documents.values().removeIf(which);
    }

    @Override
    public Stream<Fingerprint> all() {
        return stream().map(this::fingerprint).sorted(Comparator.comparing(Fingerprint::id));
    }

    @Override
    public List<Fingerprint> of(Collection<String> ids) {
        return all().filter(one -> ids.contains(one.id())).toList();
    }

    private Fingerprint fingerprint(D document) {
        return Fingerprint.of(
                key.apply(document).toString(), version.applyAsLong(document), document.toString());
    }

    /** Forgets them all. */
    @Override
    public void drop() {
        documents.clear();
    }
}
