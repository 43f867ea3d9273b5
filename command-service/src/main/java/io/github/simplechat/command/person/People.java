package io.github.simplechat.command.person;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether somebody exists, asked of the event store. */
@Component
public final class People {

    private final FeedReader feeds;

    People(FeedReader feeds) {
        this.feeds = feeds;
    }

    /** Whether somebody has this id and is not erased. */
    public boolean exists(UUID userId) {
        return feeds.read(userId, FeedReader.NO_VERSION, 1).stream()
                        .anyMatch(first -> first.event() instanceof PersonRegistered)
                && !isErased(userId);
    }

    /** Whether a person was erased: that is the last event of their feed. */
    private boolean isErased(UUID userId) {
        return feeds.read(userId, feeds.version(userId) - 1, 1).stream()
                .anyMatch(last -> last.event() instanceof PersonErased);
    }

    /**
     * Makes sure that a person exists.
     *
     * @throws Rejection {@code person-not-found}
     */
    public void require(UUID userId) {
        if (!exists(userId)) {
            throw new Rejection(Reason.PERSON_NOT_FOUND, "There is no such person.");
        }
    }
}
