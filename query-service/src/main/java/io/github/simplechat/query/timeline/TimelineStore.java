package io.github.simplechat.query.timeline;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Window;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The messages of one generation. Documents only get newer: a write is taken only over a lower
 * version. A read by keys costs what it finds, a read of a selection what that selection holds, in
 * a store of any size. Implementations are thread-safe.
 */
public interface TimelineStore {

    /** The messages with these keys that are there. */
    Map<MessageKey, Message> messages(Collection<MessageKey> keys);

    /** The heads of these rooms, as far as they are known. */
    Map<UUID, Head> heads(Collection<UUID> roomIds);

    /** The newest messages of a selection below a number, in rising {@code seq}. */
    List<Message> before(Selection selection, long seq, int limit);

    /** The oldest messages of a selection above a number, in rising {@code seq}. */
    List<Message> after(Selection selection, long seq, int limit);

    /**
     * How many messages of a selection above a number are not deleted. Those whose author was
     * erased count, so that an erasure changes nobody's numbers.
     */
    long countAfter(Selection selection, long seq);

    /**
     * Writes messages first and then heads, so that no head promises a message that is not there.
     */
    void write(Collection<Message> messages, Collection<Head> heads);

    /**
     * Writes messages that are thought not to be there yet. Does what {@link #write} does, faster
     * when they are not and slower when they are.
     */
    default void add(Collection<Message> messages) {
        write(messages, List.of());
    }

    /** Those of some people who are remembered as erased. */
    Set<UUID> erased(Collection<UUID> authorIds);

    /**
     * Remembers that people were erased, and makes tombstones of all messages of theirs that are
     * there, at whatever version they are. Costs what they wrote. Repeating it changes nothing.
     */
    void erase(Collection<UUID> authorIds);

    /** All that it holds, to be compared with another generation. */
    Contents contents();

    /** Removes the generation. */
    void drop();

    /** The head of one room. */
    default Optional<Head> head(UUID roomId) {
        return Optional.ofNullable(heads(Set.of(roomId)).get(roomId));
    }

    /** One message. */
    default Optional<Message> message(MessageKey key) {
        return Optional.ofNullable(messages(Set.of(key)).get(key));
    }

    /** The messages of a page, in rising {@code seq}. */
    default List<Message> page(UUID roomId, Window window) {
        List<MessageKey> keys =
                window.numbers().mapToObj(seq -> new MessageKey(roomId, seq)).toList();
        return messages(keys).values().stream()
                .sorted(Comparator.comparingLong(Message::seq))
                .toList();
    }
}
