package io.github.simplechat.query.rooms.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.Ban;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.people.Names;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.platform.web.Cursor;
import io.github.simplechat.query.platform.web.Lists;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rooms.BanEntry;
import io.github.simplechat.query.rooms.MemberKey;
import io.github.simplechat.query.rooms.Membership;
import io.github.simplechat.query.rooms.RoomReader;
import io.github.simplechat.query.rooms.RoomReader.View;
import io.github.simplechat.query.rooms.RoomsStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
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

    private final RoomReader rooms;
    private final ServedProjection<PeopleStore> people;
    private final RoomAccess access;

    BansApi(RoomReader rooms, ServedProjection<PeopleStore> people, RoomAccess access) {
        this.rooms = rooms;
        this.people = people;
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
        View view = rooms.latest(roomId, Versioned.required(minVersion));
        requireModerator(view.store(), new MemberKey(roomId, caller.userId()));
        List<BanEntry> found = view.store().bansOf(roomId, Instant.now(), place, limit + 1);
        return Versioned.digested(
                Lists.page(
                        found,
                        limit,
                        ban -> ban.userId().toString(),
                        this::named,
                        view.room().version()));
    }

    private static void requireModerator(RoomsStore store, MemberKey key) {
        Membership membership = store.memberships(Set.of(key)).get(key);
        if (membership == null || !membership.role().moderates()) {
            throw new Rejection(
                    Reason.FORBIDDEN, "Only owners and moderators of the room may see this.");
        }
    }

    private List<Ban> named(List<BanEntry> bans) {
        Names names = Names.of(people.store(), bans.stream().map(BanEntry::userId).toList());
        return bans.stream().map(ban -> SHAPES.ban(ban, names.of(ban.userId()))).toList();
    }
}
