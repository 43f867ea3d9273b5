package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.UUID;

/** Who may listen to what, as the event store says at this moment. */
final class Admission {

    private final FeedReader reader;

    Admission(FeedReader reader) {
        this.reader = reader;
    }

    /**
     * Lets a person in.
     *
     * @throws Refused when they may not listen
     */
    Standing admit(Feed feed, UUID userId) {
        // The version first: a room.person.out after the check then lies after it.
        long version = reader.version(feed.id());
        return new Standing(
                version,
                switch (feed.type()) {
                    case CHAT -> member(feed.id(), userId);
                    case PERSON, ALL -> FeedReader.NO_VERSION;
                });
    }

    private long member(UUID roomId, UUID userId) {
        RecordedEvent latest = reader.latest(roomId, userId.toString()).orElse(null);
        if (latest != null && latest.event() instanceof MemberJoined) {
            return latest.version();
        }
        throw new Refused(isRoom(roomId) ? Refusal.NOT_A_MEMBER : Refusal.ROOM_NOT_FOUND);
    }

    private boolean isRoom(UUID id) {
        return reader.read(id, FeedReader.NO_VERSION, 1).stream()
                .anyMatch(first -> first.event() instanceof RoomEvent);
    }
}
