package io.github.simplechat.query.rebuild.file;

import io.github.simplechat.query.rebuild.ParkedFeeds;
import io.github.simplechat.query.rebuild.memory.InMemoryParkedFeeds;
import io.github.simplechat.query.rebuild.memory.InMemoryParkedFeeds.Entry;
import java.nio.file.Path;
import java.util.List;

/** Parked feeds in a JSON file, for one process at a time. */
public final class ParkedFeedsFile {

    private record Content(List<Entry> parked) {}

    private ParkedFeedsFile() {}

    /** Those in a file. */
    public static ParkedFeeds open(Path path) {
        JsonFile<Content> file = new JsonFile<>(path, Content.class);
        return new InMemoryParkedFeeds(
                file.read().map(Content::parked).orElse(List.of()),
                entries -> file.write(new Content(entries)));
    }
}
