package io.github.simplechat.query.timeline.memory;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.MessageProjection;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.memory.MemoryDocuments;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.Selection;
import io.github.simplechat.query.timeline.TimelineStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A timeline that lives as long as its process. */
public final class InMemoryTimelineStore implements TimelineStore {

    private final MemoryDocuments<MessageKey, Message> messages =
            new MemoryDocuments<>(MessageKey::of, Message::version);
    private final MemoryDocuments<UUID, Head> heads =
            new MemoryDocuments<>(Head::roomId, Head::version);
    private final Documents all = Documents.joined(Map.of("messages", messages, "heads", heads));
    private final Set<UUID> erased = ConcurrentHashMap.newKeySet();

    @Override
    public Map<MessageKey, Message> messages(Collection<MessageKey> keys) {
        return messages.load(keys);
    }

    @Override
    public Map<UUID, Head> heads(Collection<UUID> roomIds) {
        return heads.load(roomIds);
    }

    @Override
    public List<Message> before(Selection selection, long seq, int limit) {
        List<Message> all = all(selection).filter(message -> message.seq() < seq).toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public List<Message> after(Selection selection, long seq, int limit) {
        return all(selection).filter(message -> message.seq() > seq).limit(limit).toList();
    }

    @Override
    public long countAfter(Selection selection, long seq) {
        return all(selection)
                .filter(message -> message.seq() > seq)
                .filter(message -> !message.tombstone() || message.erased())
                .count();
    }

    private Stream<Message> all(Selection selection) {
        return messages.stream()
                .filter(selection::contains)
                .sorted(Comparator.comparingLong(Message::seq));
    }

    @Override
    public void write(Collection<Message> newMessages, Collection<Head> newHeads) {
        messages.write(newMessages);
        heads.write(newHeads);
    }

    @Override
    public Set<UUID> erased(Collection<UUID> authorIds) {
        return authorIds.stream().filter(erased::contains).collect(Collectors.toSet());
    }

    @Override
    public void erase(Collection<UUID> authorIds) {
        erased.addAll(authorIds);
        messages.change(
                message -> authorIds.contains(message.authorId()), MessageProjection::erased);
    }

    @Override
    public Contents contents() {
        return all;
    }

    @Override
    public void drop() {
        all.drop();
        erased.clear();
    }
}
