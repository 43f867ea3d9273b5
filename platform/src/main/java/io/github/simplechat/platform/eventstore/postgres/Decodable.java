package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.UndecodableEvent;
import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.dao.DataAccessException;

/** Events as far as they can be decoded. */
final class Decodable {

    private Decodable() {}

    /** An event of a kind that this release does not know, of a later one perhaps. */
    static final class UnknownKind extends RuntimeException {
        UnknownKind() {
            super("No event of this release.");
        }
    }

    /** What an event says. */
    static ChatEvent payload(DomainEventMessage<?> event) {
        if (event.getPayload() instanceof ChatEvent known) {
            return known;
        }
        throw new UnknownKind();
    }

    /**
     * The events before the first one that cannot be decoded.
     *
     * @param events decoded one by one as they are taken
     * @param first where the first of them is
     * @throws UndecodableEvent when that is the one
     */
    static List<RecordedEvent> beginning(
            Stream<RecordedEvent> events, Supplier<Optional<Place>> first) {
        List<RecordedEvent> decoded = new ArrayList<>();
        try {
            events.forEachOrdered(decoded::add);
        } catch (RuntimeException e) {
            if (decoded.isEmpty()) {
                throw isTheDatabase(e)
                        ? e
                        : first.get()
                                .<RuntimeException>map(at -> new UndecodableEvent(at, e))
                                .orElse(e);
            }
        }
        return decoded;
    }

    /** Keys are in the database too: when it is away, that says nothing of an event. */
    private static boolean isTheDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException || cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
