package io.github.simplechat.command.room.web;

import com.fasterxml.uuid.Generators;
import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.platform.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opening rooms. */
@RestController
@Tag(name = "Rooms")
class RoomCommandApi {

    /** A new room. */
    record NewRoom(
            @NotBlank @Size(max = Limits.ROOM_NAME) String name,
            @NotNull Visibility visibility,
            @Nullable @Size(max = Limits.ROOM_TOPIC) String topic) {}

    @PostMapping("/v1/rooms")
    @Operation(summary = "Create a room; the caller becomes its owner")
    ResponseEntity<RoomAnswer> create(Dispatch dispatch, @Valid @RequestBody NewRoom body) {
        Outcome outcome =
                dispatch.post(
                        new CreateRoom(
                                Generators.timeBasedEpochGenerator().generate(),
                                dispatch.actorId(),
                                dispatch.at(),
                                Texts.nfc(body.name()),
                                body.visibility(),
                                Texts.nfcOrNull(body.topic())),
                        body);
        Receipt receipt = outcome.receipt();
        return Answers.created(outcome, RoomAnswer.of(receipt));
    }
}
