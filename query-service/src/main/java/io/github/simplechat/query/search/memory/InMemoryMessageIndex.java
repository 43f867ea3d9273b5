package io.github.simplechat.query.search.memory;

import io.github.simplechat.api.query.TextRange;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.memory.MemoryDocuments;
import io.github.simplechat.query.search.FoldedText;
import io.github.simplechat.query.search.Hit;
import io.github.simplechat.query.search.IndexChanges;
import io.github.simplechat.query.search.IndexedMessage;
import io.github.simplechat.query.search.MessageIndex;
import io.github.simplechat.query.search.Ranges;
import io.github.simplechat.query.search.SearchOrder;
import io.github.simplechat.query.search.SearchPlace;
import io.github.simplechat.query.search.SearchQuery;
import io.github.simplechat.query.search.SearchText;
import io.github.simplechat.query.timeline.MessageKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads through all messages for what they literally contain. The more of a message the words make
 * up, the better it matches.
 */
public final class InMemoryMessageIndex implements MessageIndex {

    private static final Comparator<SearchPlace> ORDER =
            Comparator.comparingDouble(SearchPlace::score)
                    .thenComparingLong(SearchPlace::position)
                    .reversed();

    private final Map<MessageKey, IndexedMessage> messages = new ConcurrentHashMap<>();
    private final Set<UUID> erased = ConcurrentHashMap.newKeySet();

    @Override
    public List<Hit> search(SearchQuery query) {
        return messages.values().stream()
                .filter(message -> allows(query, message))
                .filter(message -> !matches(query.text(), message.text()).isEmpty())
                .map(message -> new Hit(message.key(), message.version(), place(query, message)))
                .filter(hit -> query.from() == null || ORDER.compare(hit.place(), query.from()) > 0)
                .sorted(Comparator.comparing(Hit::place, ORDER))
                .limit(query.limit())
                .toList();
    }

    private static boolean allows(SearchQuery query, IndexedMessage message) {
        return query.rooms().contains(message.key().roomId())
                && (query.authorId() == null || query.authorId().equals(message.authorId()))
                && (query.before() == null || message.sentAt().isBefore(query.before()))
                && (query.after() == null || !message.sentAt().isBefore(query.after()));
    }

    private SearchPlace place(SearchQuery query, IndexedMessage message) {
        float score = 0;
        if (query.order() == SearchOrder.BEST) {
            int matched =
                    matches(query.text(), message.text()).stream()
                            .mapToInt(range -> range.end() - range.start())
                            .sum();
            score = (float) matched / message.text().length();
        }
        return new SearchPlace(score, message.position());
    }

    @Override
    public List<TextRange> matches(SearchText words, String text) {
        FoldedText folded = FoldedText.of(text);
        List<TextRange> found = new ArrayList<>();
        for (SearchText.Word word : words.words()) {
            List<TextRange> places = folded.occurrences(word.folded());
            if (places.isEmpty()) {
                return List.of();
            }
            found.addAll(places);
        }
        return Ranges.joined(found);
    }

    @Override
    public void write(IndexChanges changes) {
        erased.addAll(changes.erased());
        messages.values().removeIf(message -> erased.contains(message.authorId()));
        changes.removed().forEach(messages::remove);
        changes.replaced()
                .forEach((key, text) ->
                        messages.computeIfPresent(
                                key,
                                (_, before) ->
                                        before.version() < text.version()
                                                ? before.edited(text.version(), text.text())
                                                : before));
        changes.put().values().stream()
                .filter(message -> !erased.contains(message.authorId()))
                .forEach(message -> messages.put(message.key(), message));
    }

    @Override
    public Contents contents() {
        MemoryDocuments<String, IndexedMessage> documents =
                new MemoryDocuments<>(message -> message.key().id(), IndexedMessage::version);
        documents.write(messages.values());
        return documents;
    }

    @Override
    public void drop() {
        messages.clear();
        erased.clear();
    }

    @Override
    public void close() {}
}
