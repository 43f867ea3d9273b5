package io.github.simplechat.query.rooms.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Member;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.api.query.Room;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.people.Names;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.platform.web.Cursor;
import io.github.simplechat.query.platform.web.Lists;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rooms.Membership;
import io.github.simplechat.query.rooms.RoomEntry;
import io.github.simplechat.query.rooms.RoomNames;
import io.github.simplechat.query.rooms.RoomReader;
import io.github.simplechat.query.rooms.RoomReader.View;
import io.github.simplechat.query.rooms.RoomsStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/** Rooms and their members. */
@RestController
@RequestMapping("/v1/rooms")
@Tag(name = "Rooms")
final class RoomsApi {

    private static final RoomShapes SHAPES = Mappers.getMapper(RoomShapes.class);

    private final ServedProjection<RoomsStore> rooms;
    private final ServedProjection<PeopleStore> people;
    private final RoomReader reader;
    private final RoomAccess access;

    RoomsApi(
            ServedProjection<RoomsStore> rooms,
            ServedProjection<PeopleStore> people,
            RoomReader reader,
            RoomAccess access) {
        this.rooms = rooms;
        this.people = people;
        this.reader = reader;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "The public rooms whose name begins with the query, by name")
    ResponseEntity<Page<Room>> search(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "") @Size(max = Limits.ROOM_NAME) String query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit) {
        List<RoomEntry> found = rooms.store().publicRooms(query, Cursor.place(after), limit + 1);
        return Versioned.digested(
                Lists.page(found, limit, RoomNames::place, shown -> shown(caller, shown), 0));
    }

    @GetMapping("/{roomId}")
    @Operation(summary = "A room's description: of a public room for all, else for its members")
    ResponseEntity<Room> room(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        if (!access.isMember(roomId, caller.userId())) {
            access.requireRoom(roomId);
            requirePublic(reader.latest(roomId, 0).room());
        }
        RoomEntry room = reader.view(roomId, Versioned.required(minVersion)).room();
        Room answer = shown(caller, List.of(room)).getFirst();
        return room.direct() == null
                ? Versioned.answer(room.version(), answer)
                : Versioned.digested(
                        answer); // called by the other one, whose name changes elsewhere
    }

    @GetMapping("/{roomId}/members")
    @Operation(summary = "The members of a room, for its members")
    ResponseEntity<Page<Member>> members(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        @Nullable UUID place = Cursor.id(after);
        access.requireMember(roomId, caller.userId());
        View view = reader.view(roomId, Versioned.required(minVersion));
        return Versioned.digested(
                Lists.page(
                        view.store().membersOf(roomId, place, limit + 1),
                        limit,
                        member -> member.userId().toString(),
                        this::named,
                        view.room().version()));
    }

    private List<Room> shown(Caller caller, List<RoomEntry> found) {
        Titles titles = Titles.of(people.store(), caller.userId(), found);
        return found.stream().map(room -> SHAPES.room(room, titles)).toList();
    }

    private static void requirePublic(RoomEntry room) {
        if (room.visibility() != Visibility.PUBLIC) {
            throw RoomAccess.notAMember();
        }
    }

    private List<Member> named(List<Membership> members) {
        Names names = Names.of(people.store(), members.stream().map(Membership::userId).toList());
        return members.stream()
                .map(member -> SHAPES.member(member, names.of(member.userId())))
                .toList();
    }
}
