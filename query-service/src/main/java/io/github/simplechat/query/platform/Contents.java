package io.github.simplechat.query.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The documents of a generation, to be compared with those of another. Thread-safe. */
public interface Contents {

    /** All documents by rising id, which is plain ASCII; to be closed. */
    Stream<Fingerprint> all();

    /** Those with these ids that are there, in no order. */
    List<Fingerprint> of(Collection<String> ids);

    /** Several collections as one; a document's id begins with the name of its collection. */
    static Contents joined(Map<String, ? extends Contents> collections) {
        SortedMap<String, Contents> parts = new TreeMap<>(collections);
        return new Contents() {
            @Override
            public Stream<Fingerprint> all() {
                return parts.entrySet().stream()
                        .flatMap(part ->
                                part.getValue().all().map(one -> one.within(part.getKey())));
            }

            @Override
            public List<Fingerprint> of(Collection<String> ids) {
                Map<String, List<String>> byPart = new HashMap<>();
                for (String id : ids) {
                    int end = id.indexOf('/');
                    byPart.computeIfAbsent(id.substring(0, end), part -> new ArrayList<>())
                            .add(id.substring(end + 1));
                }
                return byPart.entrySet().stream()
                        .flatMap(part -> found(part.getKey(), part.getValue()))
                        .toList();
            }

            private Stream<Fingerprint> found(String part, List<String> ids) {
                Contents contents = parts.get(part);
                return contents == null
                        ? Stream.of()
                        : contents.of(ids).stream().map(one -> one.within(part));
            }
        };
    }
}
