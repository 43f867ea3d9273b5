package io.github.simplechat.query.access;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Who may see what of a room. Asks the event store, so whoever was removed before the question was
 * asked is refused, however far the projections are.
 */
@Component("queryRoomAccess")
public final class RoomAccess {

    private final FeedReader feeds;

    /** Access as the feeds have it. */
    public RoomAccess(FeedReader feeds) {
        this.feeds = feeds;
    }

    /** Whether a person is a member of a room now. */
    public boolean isMember(UUID roomId, UUID userId) {
        return feeds.latest(roomId, userId.toString())
                .filter(latest -> latest.event() instanceof MemberJoined)
                .isPresent();
    }

    /**
     * Lets only members pass.
     *
     * @throws Rejection {@code room-not-found} or {@code not-a-member}
     */
    public void requireMember(UUID roomId, UUID userId) {
        if (!isMember(roomId, userId)) {
            requireRoom(roomId);
            throw notAMember();
        }
    }

    /**
     * Lets pass when there is such a room.
     *
     * @throws Rejection {@code room-not-found}
     */
    public void requireRoom(UUID roomId) {
        boolean exists =
                feeds.read(roomId, FeedReader.NO_VERSION, 1).stream()
                        .anyMatch(first ->
                                first.event() instanceof RoomCreated
                                        || first.event() instanceof DirectRoomCreated);
        if (!exists) {
            throw new Rejection(Reason.ROOM_NOT_FOUND, "There is no such room.");
        }
    }

    /** The refusal of somebody who is not a member. */
    public static Rejection notAMember() {
        return new Rejection(Reason.NOT_A_MEMBER, "Only members of the room may see this.");
    }
}
