package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.ChangeRole;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.MuteMember;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.command.person.People;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.platform.web.Times;
import io.github.simplechat.command.room.RoomSettings;
import io.github.simplechat.command.room.RoomsPerPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Coming into a room and going out of it. {@code me} stands for the caller. */
@RestController
@Tag(name = "Rooms")
class MemberCommandApi {

    private final RoomSettings settings;
    private final RoomsPerPerson roomsPerPerson;
    private final People people;

    MemberCommandApi(RoomSettings settings, RoomsPerPerson roomsPerPerson, People people) {
        this.settings = settings;
        this.roomsPerPerson = roomsPerPerson;
        this.people = people;
    }

    /**
     * What is to change of a member, one thing at a time.
     *
     * @param mutedUntil null, when it is named, lets them write again
     */
    record MemberChange(
            @Nullable Role role,
            @Nullable
                    @Schema(
                            types = {"string", "null"},
                            format = "date-time")
                    JsonNode mutedUntil) {}

    @PutMapping("/v1/rooms/{roomId}/members/me")
    @Operation(summary = "Join a public room")
    ResponseEntity<RoomAnswer> join(Dispatch dispatch, @PathVariable UUID roomId) {
        roomsPerPerson.require(dispatch.actorId(), roomId);
        return answer(
                dispatch.send(
                        new JoinRoom(
                                roomId,
                                dispatch.actorId(),
                                dispatch.at(),
                                false,
                                settings.maxMembers())));
    }

    @PutMapping("/v1/rooms/{roomId}/members/{userId}")
    @Operation(summary = "Add a person; for moderators")
    ResponseEntity<RoomAnswer> add(
            Dispatch dispatch, @PathVariable UUID roomId, @PathVariable UUID userId) {
        if (userId.equals(dispatch.actorId())) {
            return join(dispatch, roomId);
        }
        people.require(userId);
        roomsPerPerson.require(userId, roomId);
        return answer(
                dispatch.send(
                        new AddMember(
                                roomId,
                                dispatch.actorId(),
                                dispatch.at(),
                                userId,
                                settings.maxMembers())));
    }

    @DeleteMapping("/v1/rooms/{roomId}/members/me")
    @Operation(summary = "Leave a room")
    ResponseEntity<RoomAnswer> leave(Dispatch dispatch, @PathVariable UUID roomId) {
        return answer(dispatch.send(new LeaveRoom(roomId, dispatch.actorId(), dispatch.at())));
    }

    @DeleteMapping("/v1/rooms/{roomId}/members/{userId}")
    @Operation(summary = "Remove a person; for moderators")
    ResponseEntity<RoomAnswer> remove(
            Dispatch dispatch, @PathVariable UUID roomId, @PathVariable UUID userId) {
        if (userId.equals(dispatch.actorId())) {
            return leave(dispatch, roomId);
        }
        return answer(
                dispatch.send(new RemoveMember(roomId, dispatch.actorId(), dispatch.at(), userId)));
    }

    @PatchMapping("/v1/rooms/{roomId}/members/{userId}")
    @Operation(
            summary = "Change a member's role, or mute them for a while",
            description =
                    "The role for owners; a mute for moderators, of those whom they outrank. Name"
                            + " one of role and mutedUntil; mutedUntil null lets them write again.")
    ResponseEntity<RoomAnswer> change(
            Dispatch dispatch,
            @PathVariable UUID roomId,
            @PathVariable UUID userId,
            @Valid @RequestBody MemberChange body) {
        Role role = body.role();
        JsonNode mutedUntil = body.mutedUntil();
        if ((role == null) == (mutedUntil == null)) {
            throw new Rejection(
                    Reason.INVALID_REQUEST, "Name one of role and mutedUntil, not both.");
        }
        UUID me = dispatch.actorId();
        return answer(
                dispatch.send(
                        role != null
                                ? new ChangeRole(roomId, me, dispatch.at(), userId, role)
                                : new MuteMember(
                                        roomId, me, dispatch.at(), userId, time(mutedUntil))));
    }

    private static @Nullable Instant time(@Nullable JsonNode mutedUntil) {
        if (mutedUntil == null || mutedUntil.isNull()) {
            return null;
        }
        try {
            return Times.millis(Instant.parse(mutedUntil.asString()));
        } catch (DateTimeParseException e) {
            throw new Rejection(
                    Reason.INVALID_REQUEST, "mutedUntil is a time such as 2026-11-22T06:00:00Z.");
        }
    }

    private static ResponseEntity<RoomAnswer> answer(Outcome outcome) {
        return Answers.ok(outcome, RoomAnswer.of(outcome.receipt()));
    }
}
