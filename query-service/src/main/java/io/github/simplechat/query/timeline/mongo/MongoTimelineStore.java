package io.github.simplechat.query.timeline.mongo;

import static java.util.stream.Collectors.toMap;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.query.platform.mongo.MongoDocuments;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.TimelineStore;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.mapstruct.factory.Mappers;
import org.springframework.data.mongodb.core.MongoOperations;

/** A generation of the timeline in two collections; both are asked by {@code _id} alone. */
public final class MongoTimelineStore implements TimelineStore {

    private static final TimelineDocuments SHAPES = Mappers.getMapper(TimelineDocuments.class);

    private final MongoDocuments<MessageDocument> messages;
    private final MongoDocuments<HeadDocument> heads;

    /** Opens a generation. */
    public MongoTimelineStore(MongoOperations mongo, int generation) {
        String prefix = "timeline_" + generation + "_";
        this.messages = new MongoDocuments<>(mongo, MessageDocument.class, prefix + "messages");
        this.heads = new MongoDocuments<>(mongo, HeadDocument.class, prefix + "heads");
    }

    @Override
    public Map<MessageKey, Message> messages(Collection<MessageKey> keys) {
        return messages.load(keys.stream().map(MessageKey::id).toList()).stream()
                .map(SHAPES::message)
                .collect(toMap(MessageKey::of, Function.identity()));
    }

    @Override
    public Map<UUID, Head> heads(Collection<UUID> roomIds) {
        return heads.load(roomIds.stream().map(UUID::toString).toList()).stream()
                .map(SHAPES::head)
                .collect(toMap(Head::roomId, Function.identity()));
    }

    @Override
    public void write(Collection<Message> newMessages, Collection<Head> newHeads) {
        messages.write(newMessages.stream().map(SHAPES::document).toList());
        heads.write(newHeads.stream().map(SHAPES::document).toList());
    }

    @Override
    public void drop() {
        messages.drop();
        heads.drop();
    }
}
