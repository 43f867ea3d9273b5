package io.github.simplechat.query.platform;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The documents of a generation, or one collection of them. Thread-safe. */
public interface Documents extends Contents {

    /** Removes them all. */
    void drop();

    /** Several collections as one; a document's id begins with the name of its collection. */
    static Documents joined(Map<String, Documents> collections) {
        Map<String, Documents> parts = Map.copyOf(collections);
        Contents contents = Contents.joined(parts);
        return new Documents() {

            @Override
            public Stream<Fingerprint> all() {
                return contents.all();
            }

            @Override
            public List<Fingerprint> of(Collection<String> ids) {
                return contents.of(ids);
            }

            @Override
            public void drop() {
                parts.values().forEach(Documents::drop);
            }
        };
    }
}
