package io.github.simplechat.query.timeline.memory;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.query.platform.memory.MemoryDocuments;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.TimelineStore;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** A timeline that lives as long as its process. */
public final class InMemoryTimelineStore implements TimelineStore {

    private final MemoryDocuments<MessageKey, Message> messages =
            new MemoryDocuments<>(MessageKey::of, Message::version);
    private final MemoryDocuments<UUID, Head> heads =
            new MemoryDocuments<>(Head::roomId, Head::version);

    @Override
    public Map<MessageKey, Message> messages(Collection<MessageKey> keys) {
        return messages.load(keys);
    }

    @Override
    public Map<UUID, Head> heads(Collection<UUID> roomIds) {
        return heads.load(roomIds);
    }

    @Override
    public void write(Collection<Message> newMessages, Collection<Head> newHeads) {
        messages.write(newMessages);
        heads.write(newHeads);
    }

    @Override
    public void drop() {
        messages.drop();
        heads.drop();
    }
}
