package io.github.simplechat.query.timeline.mongo;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.query.platform.mongo.MongoDocuments;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.Selection;
import io.github.simplechat.query.timeline.TimelineStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.mapstruct.factory.Mappers;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * A generation of the timeline in two collections. History asks by {@code _id} alone; only threads
 * and pins have indexes, and only the messages that are in one are in them.
 */
public final class MongoTimelineStore implements TimelineStore {

    private static final TimelineDocuments SHAPES = Mappers.getMapper(TimelineDocuments.class);

    private final MongoDocuments<MessageDocument> messages;
    private final MongoDocuments<HeadDocument> heads;

    /** Opens a generation. */
    public MongoTimelineStore(MongoOperations mongo, int generation) {
        String prefix = "timeline_" + generation + "_";
        this.messages =
                new MongoDocuments<>(mongo, MessageDocument.class, prefix + "messages")
                        .indexOfThose("thread", "seq")
                        .indexOfThose("pinnedIn", "seq");
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
    public List<Message> before(Selection selection, long seq, int limit) {
        return read(in(selection).and("seq").lt(seq), Sort.by("seq").descending(), limit)
                .reversed();
    }

    @Override
    public List<Message> after(Selection selection, long seq, int limit) {
        return read(in(selection).and("seq").gt(seq), Sort.by("seq"), limit);
    }

    private List<Message> read(Criteria wanted, Sort order, int limit) {
        return messages.find(Query.query(wanted).with(order).limit(limit)).stream()
                .map(SHAPES::message)
                .toList();
    }

    @Override
    public long countAfter(Selection selection, long seq) {
        return messages.count(
                Query.query(in(selection).and("seq").gt(seq).and("deletedAt").isNull()));
    }

    private static Criteria in(Selection selection) {
        return switch (selection) {
            case Selection.Replies replies -> where("thread").is(replies.root().id());
            case Selection.Pins pins -> where("pinnedIn").is(pins.roomId().toString());
        };
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
