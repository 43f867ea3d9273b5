package io.github.simplechat.loadtest.search;

import io.github.simplechat.query.search.Hit;
import io.github.simplechat.query.search.IndexChanges;
import io.github.simplechat.query.search.IndexedMessage;
import io.github.simplechat.query.search.MessageIndex;
import io.github.simplechat.query.search.SearchOrder;
import io.github.simplechat.query.search.SearchQuery;
import io.github.simplechat.query.search.SearchText;
import io.github.simplechat.query.search.lucene.IndexFolder;
import io.github.simplechat.query.search.lucene.SearchSettings;
import io.github.simplechat.query.timeline.MessageKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/** The service's own index over messages, each of which is the next one of its room. */
final class IndexedMessages implements Finder, AutoCloseable {

    private static final int BATCH = 1_000;
    private static final UUID AUTHOR = new UUID(0, 1);

    private final IndexFolder folder;
    private final MessageIndex index;
    private final Set<UUID> rooms;
    private final int most;

    private IndexedMessages(IndexFolder folder, Set<UUID> rooms, int most) {
        this.folder = folder;
        this.index = folder.open(1);
        this.rooms = rooms;
        this.most = most;
    }

    /** Indexes messages in one room, in this folder. */
    static IndexedMessages in(Path folder, List<String> messages) {
        return in(folder, messages, messages.size(), 1);
    }

    /**
     * Indexes so many messages, the same ones again and again, in so many rooms in turn.
     *
     * @param folder an empty one
     */
    static IndexedMessages in(Path folder, List<String> messages, int count, int roomCount) {
        SearchSettings settings =
                new SearchSettings(folder, Duration.ofSeconds(5), Duration.ofHours(1));
        List<UUID> rooms = LongStream.range(0, roomCount).mapToObj(i -> new UUID(1, i)).toList();
        IndexFolder building = new IndexFolder(settings);
        MessageIndex index = building.open(1);
        for (int from = 0; from < count; from += BATCH) {
            Map<MessageKey, IndexedMessage> batch = new LinkedHashMap<>();
            for (int i = from; i < Math.min(count, from + BATCH); i++) {
                MessageKey key = new MessageKey(rooms.get(i % roomCount), i / roomCount + 1);
                batch.put(
                        key,
                        new IndexedMessage(
                                key,
                                i,
                                i,
                                AUTHOR,
                                Instant.EPOCH.plusSeconds(i),
                                messages.get(i % messages.size())));
            }
            index.write(new IndexChanges(Set.of(), Set.of(), Map.of(), batch));
        }
        building.close(); // what was written is durable, and seen by whoever opens it again
        return new IndexedMessages(
                new IndexFolder(settings), Set.copyOf(rooms), Math.max(1, count));
    }

    @Override
    public List<Integer> find(String question) {
        return find(question, SearchOrder.BEST, most).stream()
                .map(hit -> (int) hit.version())
                .toList();
    }

    /** One page. */
    int page(String question, SearchOrder order, int limit) {
        return find(question, order, limit).size();
    }

    private List<Hit> find(String question, SearchOrder order, int limit) {
        return index.search(
                new SearchQuery(
                        SearchText.parse(question), rooms, null, null, null, order, null, limit));
    }

    @Override
    public void close() {
        folder.close();
    }
}
