package io.github.simplechat.query.timeline.mongo;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.MessageProjection;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.mongo.MongoDocuments;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.Selection;
import io.github.simplechat.query.timeline.TimelineStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mapstruct.factory.Mappers;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * A generation of the timeline in three collections. History asks by {@code _id} alone; indexes are
 * for threads and pins, with only the messages that are in one, and for what an author has written.
 */
public final class MongoTimelineStore implements TimelineStore {

    private static final TimelineDocuments SHAPES = Mappers.getMapper(TimelineDocuments.class);

    private final MongoDocuments<MessageDocument> messages;
    private final MongoDocuments<HeadDocument> heads;
    private final MongoDocuments<ErasedDocument> erased;
    private final Documents all;

    /** Opens a generation. */
    public MongoTimelineStore(MongoOperations mongo, int generation) {
        String prefix = "timeline_" + generation + "_";
        this.messages =
                new MongoDocuments<>(
                                mongo,
                                MessageDocument.class,
                                prefix + "messages",
                                MessageDocument::bson)
                        .indexOfThose("thread", "seq")
                        .indexOfThose("pinnedIn", "seq")
                        .indexOfThose("writtenBy");
        this.erased = new MongoDocuments<>(mongo, ErasedDocument.class, prefix + "erased");
        this.heads = new MongoDocuments<>(mongo, HeadDocument.class, prefix + "heads");
        all = Documents.joined(Map.of("messages", messages, "heads", heads, "erased", erased));
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
        Criteria counted =
                new Criteria().orOperator(where("deletedAt").isNull(), where("erased").is(true));
        return messages.count(Query.query(in(selection).and("seq").gt(seq).andOperator(counted)));
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
    public void add(Collection<Message> newMessages) {
        messages.add(newMessages.stream().map(SHAPES::document).toList());
    }

    @Override
    public Set<UUID> erased(Collection<UUID> authorIds) {
        return erased.load(texts(authorIds)).stream()
                .map(one -> UUID.fromString(one.id()))
                .collect(toSet());
    }

    @Override
    public void erase(Collection<UUID> authorIds) {
        if (authorIds.isEmpty()) {
            return;
        }
        List<String> authors = texts(authorIds);
        erased.write(authors.stream().map(ErasedDocument::of).toList());
        messages.replace(
                where("writtenBy").in(authors),
                written -> SHAPES.document(MessageProjection.erased(SHAPES.message(written))));
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    @Override
    public Contents contents() {
        return all;
    }

    @Override
    public void drop() {
        all.drop();
    }
}
