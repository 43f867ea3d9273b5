package io.github.simplechat.command.room.web;

import io.github.simplechat.api.room.BanPerson;
import io.github.simplechat.api.room.LiftBan;
import io.github.simplechat.command.person.People;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.platform.web.Times;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Keeping people out of a room. */
@RestController
@Tag(name = "Rooms")
class BanApi {

    private final People people;

    BanApi(People people) {
        this.people = people;
    }

    /** Until when; for good when absent. */
    record Ban(@Nullable Instant until) {}

    @PutMapping("/v1/rooms/{roomId}/bans/{userId}")
    @Operation(
            summary = "Ban a person; for moderators",
            description = "Takes them out when they are in. A new end replaces the old one.")
    ResponseEntity<RoomAnswer> ban(
            Dispatch dispatch,
            @PathVariable UUID roomId,
            @PathVariable UUID userId,
            @RequestBody(required = false) @Nullable Ban body) {
        people.require(userId);
        return answer(
                dispatch.send(
                        new BanPerson(
                                roomId,
                                dispatch.actorId(),
                                dispatch.at(),
                                userId,
                                Times.millis(body == null ? null : body.until()))));
    }

    @DeleteMapping("/v1/rooms/{roomId}/bans/{userId}")
    @Operation(summary = "Lift a ban; for moderators")
    ResponseEntity<RoomAnswer> lift(
            Dispatch dispatch, @PathVariable UUID roomId, @PathVariable UUID userId) {
        return answer(
                dispatch.send(new LiftBan(roomId, dispatch.actorId(), dispatch.at(), userId)));
    }

    private static ResponseEntity<RoomAnswer> answer(Outcome outcome) {
        return Answers.ok(outcome, RoomAnswer.of(outcome.receipt()));
    }
}
