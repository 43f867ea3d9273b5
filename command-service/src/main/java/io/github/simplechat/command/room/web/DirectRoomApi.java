package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.OpenDirectRoom;
import io.github.simplechat.command.person.People;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.room.DirectRoomId;
import io.github.simplechat.command.room.SendRate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one room of two people. */
@RestController
@Tag(name = "Rooms")
class DirectRoomApi {

    private final People people;
    private final SendRate rate;

    DirectRoomApi(People people, SendRate rate) {
        this.people = people;
        this.rate = rate;
    }

    @PutMapping("/v1/dms/{userId}")
    @Operation(
            summary = "The one room of the caller and another person",
            description = "Opened by the first call. Always the same room, whoever asks.")
    ResponseEntity<RoomAnswer> open(Dispatch dispatch, @PathVariable UUID userId) {
        UUID me = dispatch.actorId();
        if (userId.equals(me)) {
            throw new Rejection(Reason.INVALID_REQUEST, "A direct room is for two people.");
        }
        rate.take(me);
        people.require(userId);
        Outcome outcome =
                dispatch.send(
                        new OpenDirectRoom(DirectRoomId.of(me, userId), me, dispatch.at(), userId));
        return Answers.ok(outcome, RoomAnswer.of(outcome.receipt()));
    }
}
