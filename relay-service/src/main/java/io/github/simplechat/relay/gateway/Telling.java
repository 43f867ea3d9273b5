package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.MessageProjection;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds as listeners hear them. Where a frame carries a message, it is the message as it is
 * when this is read: what was deleted or erased since is a tombstone already. Thread-safe.
 */
final class Telling {

    private static final int PAGE = 500;

    private final FeedReader reader;

    Telling(FeedReader reader) {
        this.reader = reader;
    }

    /** The next of a feed after a version, {@code limit} at the most. */
    List<Heard> read(Line line, long version, int limit) {
        List<RecordedEvent> page = reader.read(line.feed().id(), version, limit);
        if (!line.payload()) {
            return page.stream().map(Heard::of).toList();
        }
        boolean isNewest = page.size() < limit;
        return page.stream().map(event -> heard(event, isNewest ? page : List.of())).toList();
    }

    /** What comes after {@code newest} has not happened yet; when it is empty, much may have. */
    private Heard heard(RecordedEvent recorded, List<RecordedEvent> newest) {
        return switch (recorded.event()) {
            case MessageSent e when !newest.isEmpty() -> Heard.of(recorded, fold(newest, e.seq()));
            case MessageSent e -> Heard.of(recorded, stored(e.roomId(), e.seq()));
            case MessageEdited e -> Heard.of(recorded, stored(e.roomId(), e.seq()));
            case MessageDeleted e -> Heard.of(recorded, stored(e.roomId(), e.seq()));
            default -> Heard.of(recorded);
        };
    }

    private static @Nullable Message fold(List<RecordedEvent> events, long seq) {
        return fold(null, events, seq);
    }

    private static @Nullable Message fold(
            @Nullable Message before, List<RecordedEvent> events, long seq) {
        Message message = before;
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof MessageEvent event && event.seq() == seq) {
                message = MessageProjection.evolve(message, recorded.version(), event);
            }
        }
        return message;
    }

    private @Nullable Message stored(UUID roomId, long seq) {
        Message message = null;
        long version = FeedReader.NO_VERSION;
        List<RecordedEvent> page;
        do {
            page = reader.about(roomId, Long.toString(seq), version, PAGE);
            message = fold(message, page, seq);
            version = page.isEmpty() ? version : page.getLast().version();
        } while (page.size() == PAGE);
        return message;
    }
}
