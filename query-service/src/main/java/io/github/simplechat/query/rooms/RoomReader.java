package io.github.simplechat.query.rooms;

import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.query.platform.VersionGate;
import io.github.simplechat.query.rebuild.ServedProjection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads a room once it is far enough. */
@Component("queryRoomReader")
public final class RoomReader {

    private final ServedProjection<RoomsStore> rooms;
    private final FeedReader feeds;

    /** A reader of the generation that serves. */
    public RoomReader(ServedProjection<RoomsStore> rooms, FeedReader feeds) {
        this.rooms = rooms;
        this.feeds = feeds;
    }

    /** One generation and the room as it had it. */
    public record View(RoomsStore store, RoomEntry room) {}

    /**
     * A room, asked anew until it is far enough.
     *
     * @throws io.github.simplechat.api.Rejection {@code projection-behind} when it is not in time
     */
    public View view(UUID roomId, long minVersion) {
        return VersionGate.await(
                () -> {
                    RoomsStore store = rooms.store();
                    return Optional.ofNullable(store.rooms(Set.of(roomId)).get(roomId))
                            .map(room -> new View(store, room));
                },
                view -> view.room().version(),
                minVersion);
    }

    /**
     * A room after all that has happened in it: who may see it may have changed a moment ago.
     *
     * @throws io.github.simplechat.api.Rejection {@code projection-behind} when it is not in time
     */
    public View latest(UUID roomId, long minVersion) {
        return view(roomId, Math.max(feeds.version(roomId), minVersion));
    }
}
