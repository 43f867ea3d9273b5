package io.github.simplechat.query.rooms.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Invitation;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.people.InvitationEntry;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.platform.web.Cursor;
import io.github.simplechat.query.platform.web.Lists;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rooms.RoomEntry;
import io.github.simplechat.query.rooms.RoomsStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which rooms the caller is invited into. */
@RestController
@RequestMapping("/v1/me/invitations")
@Tag(name = "Me")
final class InvitationsApi {

    private final ServedProjection<PeopleStore> people;
    private final ServedProjection<RoomsStore> rooms;

    InvitationsApi(ServedProjection<PeopleStore> people, ServedProjection<RoomsStore> rooms) {
        this.people = people;
        this.rooms = rooms;
    }

    @GetMapping
    @Operation(summary = "The invitations that the caller has still to answer")
    ResponseEntity<Page<Invitation>> page(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit) {
        @Nullable UUID place = Cursor.id(after);
        return Versioned.digested(
                Lists.page(
                        people.store().openInvitations(caller.userId(), place, limit + 1),
                        limit,
                        invitation -> invitation.roomId().toString(),
                        this::named,
                        0));
    }

    private List<Invitation> named(List<InvitationEntry> invitations) {
        Map<UUID, RoomEntry> names =
                rooms.store().rooms(invitations.stream().map(InvitationEntry::roomId).toList());
        return invitations.stream()
                .map(one ->
                        new Invitation(
                                one.roomId(),
                                name(names.get(one.roomId())),
                                one.version(),
                                one.invitedBy(),
                                one.at()))
                .toList();
    }

    private static @Nullable String name(@Nullable RoomEntry room) {
        return room == null ? null : room.name();
    }
}
