package io.github.simplechat.query.rooms.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.Ban;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.people.PersonEntry;
import io.github.simplechat.query.platform.VersionGate;
import io.github.simplechat.query.platform.web.Cursor;
import io.github.simplechat.query.platform.web.Lists;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rooms.BanEntry;
import io.github.simplechat.query.rooms.MemberKey;
import io.github.simplechat.query.rooms.Membership;
import io.github.simplechat.query.rooms.RoomEntry;
import io.github.simplechat.query.rooms.RoomsStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may not come into a room, for those who moderate it. */
@RestController
@RequestMapping("/v1/rooms/{roomId}/bans")
@Tag(name = "Rooms")
final class BansApi {

    private static final RoomShapes SHAPES = Mappers.getMapper(RoomShapes.class);

    private record Reading(RoomsStore store, RoomEntry room) {}

    private final ServedProjection<RoomsStore> rooms;
    private final ServedProjection<PeopleStore> people;
    private final FeedReader feeds;
    private final RoomAccess access;

    BansApi(
            ServedProjection<RoomsStore> rooms,
            ServedProjection<PeopleStore> people,
            FeedReader feeds,
            RoomAccess access) {
        this.rooms = rooms;
        this.people = people;
        this.feeds = feeds;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "The bans of a room that have not ended, for its owners and moderators")
    ResponseEntity<Page<Ban>> page(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        @Nullable UUID place = Cursor.id(after);
        access.requireMember(roomId, caller.userId());
        Reading reading = read(roomId, minVersion);
        requireModerator(reading.store(), new MemberKey(roomId, caller.userId()));
        List<BanEntry> found = reading.store().bansOf(roomId, Instant.now(), place, limit + 1);
        return Versioned.digested(
                Lists.page(
                        found,
                        limit,
                        ban -> ban.userId().toString(),
                        this::named,
                        reading.room().version()));
    }

    /** Waits for all that has happened in the room: a role may have been taken a moment ago. */
    private Reading read(UUID roomId, @Nullable Long minVersion) {
        return VersionGate.await(
                () -> {
                    RoomsStore store = rooms.store();
                    return Optional.ofNullable(store.rooms(Set.of(roomId)).get(roomId))
                            .map(room -> new Reading(store, room));
                },
                reading -> reading.room().version(),
                Math.max(feeds.version(roomId), Versioned.required(minVersion)));
    }

    private static void requireModerator(RoomsStore store, MemberKey key) {
        Membership membership = store.memberships(Set.of(key)).get(key);
        if (membership == null || !membership.role().moderates()) {
            throw new Rejection(
                    Reason.FORBIDDEN, "Only owners and moderators of the room may see this.");
        }
    }

    private List<Ban> named(List<BanEntry> bans) {
        Map<UUID, PersonEntry> names =
                people.store().people(bans.stream().map(BanEntry::userId).toList());
        return bans.stream()
                .map(ban -> SHAPES.ban(ban, PersonEntry.nameOf(names.get(ban.userId()))))
                .toList();
    }
}
