package io.github.simplechat.query.rooms.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.MyRoom;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.platform.web.Cursor;
import io.github.simplechat.query.platform.web.Lists;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rooms.Membership;
import io.github.simplechat.query.rooms.RoomReading;
import io.github.simplechat.query.rooms.RoomsStore;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.TimelineStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's rooms and what is unread in them. */
@RestController
@RequestMapping("/v1/me")
@Tag(name = "Me")
final class MyRoomsApi {

    private static final RoomShapes SHAPES = Mappers.getMapper(RoomShapes.class);

    private final ServedProjection<RoomsStore> rooms;
    private final ServedProjection<TimelineStore> timeline;
    private final ServedProjection<PeopleStore> people;

    MyRoomsApi(
            ServedProjection<RoomsStore> rooms,
            ServedProjection<TimelineStore> timeline,
            ServedProjection<PeopleStore> people) {
        this.rooms = rooms;
        this.timeline = timeline;
        this.people = people;
    }

    @GetMapping("/rooms")
    @Operation(summary = "The caller's rooms, with what is unread and the last message")
    ResponseEntity<Page<MyRoom>> rooms(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit) {
        RoomsStore store = rooms.store();
        return Versioned.digested(
                Lists.page(
                        store.roomsOf(caller.userId(), Cursor.id(after), limit + 1),
                        limit,
                        membership -> membership.roomId().toString(),
                        memberships -> shown(caller.userId(), RoomReading.of(store, memberships)),
                        0));
    }

    private List<MyRoom> shown(UUID caller, List<RoomReading> readings) {
        Map<MessageKey, Message> last =
                timeline.store().messages(readings.stream().map(MyRoomsApi::lastMessage).toList());
        Titles titles =
                Titles.of(
                        people.store(), caller, readings.stream().map(RoomReading::room).toList());
        return readings.stream()
                .map(reading -> SHAPES.myRoom(reading, last.get(lastMessage(reading)), titles))
                .toList();
    }

    private static MessageKey lastMessage(RoomReading reading) {
        return new MessageKey(reading.room().roomId(), reading.room().lastSeq());
    }

    @GetMapping("/unread")
    @Operation(summary = "How much is unread, room by room; rooms without anything are left out")
    ResponseEntity<UnreadRooms> unread(@AuthenticationPrincipal Caller caller) {
        RoomsStore store = rooms.store();
        List<UnreadRooms.UnreadRoom> found = new ArrayList<>();
        @Nullable UUID after = null;
        List<Membership> some;
        do {
            some = store.roomsOf(caller.userId(), after, Limits.PAGE);
            RoomReading.of(store, some).stream()
                    .filter(reading -> reading.unread() > 0)
                    .map(reading ->
                            new UnreadRooms.UnreadRoom(
                                    reading.room().roomId(), reading.unread(), reading.mentions()))
                    .forEach(found::add);
            after = some.isEmpty() ? null : some.getLast().roomId();
        } while (some.size() == Limits.PAGE);
        return Versioned.digested(UnreadRooms.of(found));
    }
}
