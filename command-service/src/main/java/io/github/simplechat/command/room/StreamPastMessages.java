package io.github.simplechat.command.room;

import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds a message by its first and its last event: two index reads, however long the room is. */
@Component
final class StreamPastMessages implements PastMessage.Lookup {

    private final FeedReader feeds;

    StreamPastMessages(FeedReader feeds) {
        this.feeds = feeds;
    }

    @Override
    public Optional<PastMessage> find(UUID roomId, long seq) {
        String subject = Long.toString(seq);
        return feeds.first(roomId, subject)
                .map(sent -> new PastMessage(sent.event().actorId(), isDeleted(roomId, subject)));
    }

    private boolean isDeleted(UUID roomId, String subject) {
        return feeds.latest(roomId, subject)
                .filter(last -> last.event() instanceof MessageDeleted)
                .isPresent();
    }
}
