package io.github.simplechat.command.room.web;

import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.command.person.People;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.room.RoomSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Coming into a room and going out of it. {@code me} stands for the caller. */
@RestController
@Tag(name = "Rooms")
class MemberCommandApi {

    private final RoomSettings settings;
    private final People people;

    MemberCommandApi(RoomSettings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    @PutMapping("/v1/rooms/{roomId}/members/me")
    @Operation(summary = "Join a public room")
    ResponseEntity<RoomAnswer> join(Dispatch dispatch, @PathVariable UUID roomId) {
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

    private static ResponseEntity<RoomAnswer> answer(Outcome outcome) {
        return Answers.ok(outcome, RoomAnswer.of(outcome.receipt()));
    }
}
