package io.github.simplechat.query.changes;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.announcement.AnnouncementEvent;
import io.github.simplechat.api.query.Change;
import io.github.simplechat.api.query.FeedChanges;
import io.github.simplechat.api.query.Sync;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One call to catch up on all feeds that a client follows. Asks the event store alone. */
@RestController
@Tag(name = "Me")
final class SyncApi {

    private final FeedReader feeds;
    private final RoomAccess access;

    SyncApi(FeedReader feeds, RoomAccess access) {
        this.feeds = feeds;
        this.access = access;
    }

    /**
     * The last versions that a client has seen, -1 for nothing yet.
     *
     * @param rooms by room
     * @param person of the caller's own feed
     * @param all of the feed for everyone
     */
    record Seen(
            @Nullable @Size(max = Limits.SYNC_ROOMS) Map<UUID, @NotNull @Min(-1) Long> rooms,
            @Nullable @Min(-1) Long person,
            @Nullable @Min(-1) Long all) {}

    @PostMapping("/v1/sync")
    @Operation(summary = "What has happened on several feeds, each after a version")
    Sync sync(@AuthenticationPrincipal Caller caller, @Valid @RequestBody Seen seen) {
        CatchUp catchUp = new CatchUp(feeds, Limits.SYNC_CHANGES);
        @Nullable FeedChanges person =
                seen.person() == null ? null : catchUp.after(caller.userId(), seen.person());
        @Nullable FeedChanges all =
                seen.all() == null ? null : catchUp.after(AnnouncementEvent.FEED_ID, seen.all());
        Map<UUID, FeedChanges> rooms = new LinkedHashMap<>();
        if (seen.rooms() != null) {
            seen.rooms()
                    .forEach((id, version) -> rooms.put(id, room(catchUp, caller, id, version)));
        }
        return new Sync(rooms, person, all);
    }

    private FeedChanges room(CatchUp catchUp, Caller caller, UUID roomId, long after) {
        try {
            access.requireMember(roomId, caller.userId());
        } catch (Rejection refused) {
            return FeedChanges.refused(refused.reason().code());
        }
        return catchUp.after(roomId, after);
    }

    /** Shares what one answer may hold among feeds, first come, first served. */
    private static final class CatchUp {

        private final FeedReader feeds;
        private int left;

        CatchUp(FeedReader feeds, int left) {
            this.feeds = feeds;
            this.left = left;
        }

        FeedChanges after(UUID feedId, long after) {
            long version = feeds.version(feedId);
            int limit = Math.min(left, Limits.PAGE);
            if (after >= version || limit == 0) {
                return new FeedChanges(List.of(), after < version, Math.min(after, version), null);
            }
            List<Change> changes =
                    feeds.read(feedId, after, limit).stream().map(Changes::of).toList();
            left -= changes.size();
            long reached = changes.getLast().version();
            return new FeedChanges(changes, reached < version, reached, null);
        }
    }
}
