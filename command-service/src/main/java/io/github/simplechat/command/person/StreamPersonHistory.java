package io.github.simplechat.command.person;

import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonEvent;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.command.platform.axon.PendingEvents;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the event store: one index read, however long the feed is. */
@Component
final class StreamPersonHistory implements PersonHistory {

    private final PendingEvents events;

    StreamPersonHistory(PendingEvents events) {
        this.events = events;
    }

    @Override
    public boolean isCalled(UUID userId, String displayName) {
        return events.latest(userId, PersonEvent.PROFILE)
                .filter(last ->
                        switch (last) {
                            case PersonRegistered e -> displayName.equals(e.displayName());
                            case PersonChanged e -> displayName.equals(e.displayName());
                            default -> false;
                        })
                .isPresent();
    }

    @Override
    public boolean wasMentioned(UUID userId, UUID roomId, long seq) {
        return events.latest(userId, PersonMentioned.subject(roomId, seq)).isPresent();
    }
}
