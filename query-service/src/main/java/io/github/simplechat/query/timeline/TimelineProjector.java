package io.github.simplechat.query.timeline;

import static java.util.stream.Collectors.partitioningBy;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.MessageProjection;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.rebuild.Fold;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes room events into the timeline. A message that was sent in the batch is not looked up: the
 * batch holds all of it so far, it is most likely new, and the store keeps what is newer.
 *
 * <p>An erasure is on another feed, so it may be taken in before a message of its person that was
 * read while their key was there. Whoever erases remembers it first and clears then; whoever writes
 * a text asks after that who was erased. So one of the two finds it, whichever comes first.
 */
public final class TimelineProjector implements ProjectionWriter {

    private final TimelineStore store;

    /** A projector into that store. */
    public TimelineProjector(TimelineStore store) {
        this.store = store;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        Set<UUID> rooms = new HashSet<>();
        Set<MessageKey> changed = new HashSet<>();
        Set<MessageKey> sent = new HashSet<>();
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof RoomEvent event) {
                rooms.add(event.roomId());
            }
            if (recorded.event() instanceof MessageEvent event) {
                (event instanceof MessageSent ? sent : changed).add(MessageKey.of(event));
            }
        }
        changed.removeAll(sent);
        Fold<MessageKey, Message> messages = new Fold<>(store.messages(changed), Message::version);
        Fold<UUID, Head> heads = new Fold<>(store.heads(rooms), Head::version);
        batch.forEach(recorded -> fold(recorded, messages, heads));
        Map<Boolean, List<Message>> isNew =
                messages.changed().stream()
                        .collect(partitioningBy(one -> sent.contains(MessageKey.of(one))));
        store.add(isNew.getOrDefault(true, List.of()));
        store.write(isNew.getOrDefault(false, List.of()), heads.changed());
        Set<UUID> erased = erasedIn(batch);
        erased.addAll(store.erased(authors(messages.changed())));
        store.erase(erased);
    }

    private static Set<UUID> erasedIn(List<RecordedEvent> batch) {
        Set<UUID> erased = new HashSet<>();
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof PersonErased event) {
                erased.add(event.userId());
            }
        }
        return erased;
    }

    private static Set<UUID> authors(Collection<Message> written) {
        return written.stream()
                .filter(message -> !message.tombstone())
                .map(Message::authorId)
                .collect(Collectors.toSet());
    }

    private static void fold(
            RecordedEvent recorded, Fold<MessageKey, Message> messages, Fold<UUID, Head> heads) {
        long version = recorded.version();
        if (recorded.event() instanceof MessageEvent event) {
            messages.apply(
                    MessageKey.of(event),
                    version,
                    message -> MessageProjection.evolve(message, version, event));
        }
        if (recorded.event() instanceof RoomEvent event) {
            heads.apply(
                    event.roomId(),
                    version,
                    head -> TimelineProjection.evolve(head, version, event));
        }
    }

    @Override
    public Contents contents() {
        return store.contents();
    }

    @Override
    public void drop() {
        store.drop();
    }
}
