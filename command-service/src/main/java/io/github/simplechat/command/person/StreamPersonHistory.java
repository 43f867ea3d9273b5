package io.github.simplechat.command.person;

import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonEvent;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the event store: one index read, however long the feed is. */
@Component
final class StreamPersonHistory implements PersonHistory {

    private final FeedReader feeds;

    StreamPersonHistory(FeedReader feeds) {
        this.feeds = feeds;
    }

    @Override
    public boolean isCalled(UUID userId, String displayName) {
        return feeds.latest(userId, PersonEvent.PROFILE)
                .filter(last ->
                        switch (last.event()) {
                            case PersonRegistered e -> displayName.equals(e.displayName());
                            case PersonChanged e -> displayName.equals(e.displayName());
                            default -> false;
                        })
                .isPresent();
    }

    @Override
    public boolean wasMentioned(UUID userId, UUID roomId, long seq) {
        return feeds.latest(userId, PersonMentioned.subject(roomId, seq)).isPresent();
    }
}
