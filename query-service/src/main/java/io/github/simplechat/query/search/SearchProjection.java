package io.github.simplechat.query.search;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.PinEvent;
import io.github.simplechat.api.room.ReactionEvent;
import io.github.simplechat.query.search.IndexChanges.NewText;
import io.github.simplechat.query.timeline.MessageKey;
import java.util.List;
import java.util.UUID;

/** What events make of the index. Pure. */
final class SearchProjection {

    private SearchProjection() {}

    /** The changes of a batch, of which only the last state of each message counts. */
    static IndexChanges fold(List<RecordedEvent> batch) {
        IndexChanges changes = IndexChanges.none();
        for (RecordedEvent recorded : batch) {
            switch (recorded.event()) {
                case MessageEvent event -> take(recorded, event, changes);
                case PersonErased event -> erase(event.userId(), changes);
                default -> {}
            }
        }
        return changes;
    }

    private static void take(RecordedEvent recorded, MessageEvent event, IndexChanges changes) {
        MessageKey key = MessageKey.of(event);
        switch (event) {
            case MessageSent sent -> {
                String text = sent.text(); // null once its author was erased
                if (text != null) {
                    changes.put()
                            .put(
                                    key,
                                    new IndexedMessage(
                                            key,
                                            recorded.version(),
                                            recorded.position(),
                                            sent.actorId(),
                                            sent.at(),
                                            text));
                } else {
                    remove(key, changes);
                }
            }
            case MessageEdited edited -> {
                String text = edited.text();
                if (text != null) {
                    edit(key, new NewText(recorded.version(), text), changes);
                } else {
                    remove(key, changes);
                }
            }
            case MessageDeleted _ -> remove(key, changes);
            case ReactionEvent _, PinEvent _ -> {}
        }
    }

    private static void edit(MessageKey key, NewText text, IndexChanges changes) {
        IndexedMessage sent = changes.put().get(key);
        if (sent != null) {
            changes.put().put(key, sent.edited(text.version(), text.text()));
        } else {
            changes.replaced().put(key, text);
        }
    }

    private static void erase(UUID authorId, IndexChanges changes) {
        changes.put().values().removeIf(message -> message.authorId().equals(authorId));
        changes.erased().add(authorId);
    }

    private static void remove(MessageKey key, IndexChanges changes) {
        changes.put().remove(key);
        changes.replaced().remove(key);
        changes.removed().add(key);
    }
}
