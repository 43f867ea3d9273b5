package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.Feed;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client may ask for. */
sealed interface ClientRequest {

    Feed feed();

    /**
     * Listen to a feed.
     *
     * @param since the last version that the client has seen; null for live frames only
     * @param payload whether frames about messages shall carry the message
     */
    record Connect(Feed feed, @Nullable Long since, boolean payload) implements ClientRequest {}

    /** Stop listening to a feed. */
    record Disconnect(Feed feed) implements ClientRequest {}

    /** Tell the room's listeners that this person writes. */
    record Typing(Feed feed) implements ClientRequest {}

    /** Tell who of these people, members of the room, is here, and go on telling. */
    record WhoIsHere(Feed feed, Set<UUID> people) implements ClientRequest {

        public WhoIsHere {
            people = Set.copyOf(people);
        }
    }
}
