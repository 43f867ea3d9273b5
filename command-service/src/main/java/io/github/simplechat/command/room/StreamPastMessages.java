package io.github.simplechat.command.room;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionEvent;
import io.github.simplechat.command.platform.axon.PendingEvents;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Finds a message by its first and its last event, and what is put to it by the last event about
 * that: one or two index reads, however long the room is.
 */
@Component
final class StreamPastMessages implements PastMessage.Lookup {

    private final PendingEvents events;

    StreamPastMessages(PendingEvents events) {
        this.events = events;
    }

    @Override
    public Optional<PastMessage> find(UUID roomId, long seq) {
        String subject = Long.toString(seq);
        return events.first(roomId, subject)
                .map(sent -> message(sent.actorId(), events.latest(roomId, subject).orElse(sent)));
    }

    private static PastMessage message(UUID authorId, ChatEvent latest) {
        return switch (latest) {
            case MessageSent e -> new PastMessage(authorId, false, e.text(), e.mentions());
            case MessageEdited e -> new PastMessage(authorId, false, e.text(), e.mentions());
            default -> new PastMessage(authorId, true, null, List.of());
        };
    }

    @Override
    public Optional<Long> thread(UUID roomId, long seq) {
        return events.first(roomId, Long.toString(seq))
                .filter(MessageSent.class::isInstance)
                .map(sent -> Objects.requireNonNullElse(((MessageSent) sent).threadOf(), seq));
    }

    @Override
    public boolean reacted(UUID roomId, long seq, String emoji, UUID userId) {
        return events.latest(roomId, ReactionEvent.subject(seq, emoji, userId))
                .filter(ReactionAdded.class::isInstance)
                .isPresent();
    }
}
