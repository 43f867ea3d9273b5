package io.github.simplechat.command.platform.axon;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * What has happened about a subject of a feed, as a command must see it: what is stored, and what
 * commands of the same batch have decided before it and is stored together with it.
 */
@Component
public final class PendingEvents {

    private static final String DECIDED = PendingEvents.class.getName();

    private final FeedReader feeds;

    /** Reads what is stored from {@code feeds}. */
    public PendingEvents(FeedReader feeds) {
        this.feeds = feeds;
    }

    /** Tells those who look in the same unit of work that an event was decided. */
    public static void add(ChatEvent event) {
        if (event.subject() != null) {
            CurrentUnitOfWork.get()
                    .root()
                    .<List<ChatEvent>>getOrComputeResource(DECIDED, key -> new ArrayList<>())
                    .add(event);
        }
    }

    private static Stream<ChatEvent> decided(UUID feedId, String subject) {
        return CurrentUnitOfWork.map(unit ->
                        unit
                                .root()
                                .<List<ChatEvent>>getOrDefaultResource(DECIDED, List.of())
                                .stream())
                .orElseGet(Stream::empty)
                .filter(event ->
                        event.feedId().equals(feedId) && Objects.equals(subject, event.subject()));
    }

    /** The oldest event about a subject. */
    public Optional<ChatEvent> first(UUID feedId, String subject) {
        return feeds.first(feedId, subject)
                .<ChatEvent>map(recorded -> recorded.event())
                .or(() -> decided(feedId, subject).findFirst());
    }

    /** The newest event about a subject. */
    public Optional<ChatEvent> latest(UUID feedId, String subject) {
        return decided(feedId, subject)
                .reduce((earlier, later) -> later)
                .or(() -> feeds.latest(feedId, subject).map(recorded -> recorded.event()));
    }
}
