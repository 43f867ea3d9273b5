package io.github.simplechat.command.room.web;

import com.fasterxml.uuid.Generators;
import io.github.simplechat.api.Limits;
import io.github.simplechat.api.room.ArchiveRoom;
import io.github.simplechat.api.room.ChangeRoom;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.platform.web.IfMatch;
import io.github.simplechat.command.platform.web.Texts;
import io.github.simplechat.command.room.RoomsPerPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Opening, changing and archiving rooms. */
@RestController
@Tag(name = "Rooms")
class RoomCommandApi {

    private static final String NOT_BLANK = "(?s).*\\S.*";

    private final RoomsPerPerson roomsPerPerson;

    RoomCommandApi(RoomsPerPerson roomsPerPerson) {
        this.roomsPerPerson = roomsPerPerson;
    }

    /** A new room. */
    record NewRoom(
            @NotBlank @Size(max = Limits.ROOM_NAME) String name,
            @NotNull Visibility visibility,
            @Nullable @Size(max = Limits.ROOM_TOPIC) String topic) {}

    /** What is to change; what is absent stays as it is. An empty topic takes the topic away. */
    record RoomChange(
            @Nullable
                    @Size(max = Limits.ROOM_NAME)
                    @Pattern(regexp = NOT_BLANK, message = "must not be blank")
                    String name,
            @Nullable Visibility visibility,
            @Nullable @Size(max = Limits.ROOM_TOPIC) String topic,
            @Nullable @Min(0) @Max(Limits.SLOW_MODE_SECONDS) Integer slowModeSeconds) {}

    @PostMapping("/v1/rooms")
    @Operation(summary = "Create a room; the caller becomes its owner")
    ResponseEntity<RoomAnswer> create(Dispatch dispatch, @Valid @RequestBody NewRoom body) {
        Outcome outcome =
                dispatch.firstAnswer(body)
                        .orElseGet(() -> {
                            roomsPerPerson.require(dispatch.actorId(), null);
                            return dispatch.post(newRoom(dispatch, body), body);
                        });
        return Answers.created(outcome, RoomAnswer.of(outcome.receipt()));
    }

    private static CreateRoom newRoom(Dispatch dispatch, NewRoom body) {
        return new CreateRoom(
                Generators.timeBasedEpochGenerator().generate(),
                dispatch.actorId(),
                dispatch.at(),
                Texts.nfc(body.name()),
                body.visibility(),
                Texts.nfcOrNull(body.topic()));
    }

    @PatchMapping("/v1/rooms/{roomId}")
    @Operation(
            summary = "Change a room's name, topic, slow mode or visibility",
            description =
                    "For moderators; the visibility for owners. The same again changes nothing.")
    ResponseEntity<RoomAnswer> change(
            Dispatch dispatch,
            @PathVariable UUID roomId,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RoomChange body) {
        return answer(
                dispatch.send(
                        new ChangeRoom(
                                roomId,
                                dispatch.actorId(),
                                dispatch.at(),
                                Texts.nfcOrNull(body.name()),
                                body.visibility(),
                                Texts.nfcOrNull(body.topic()),
                                body.slowModeSeconds(),
                                IfMatch.version(ifMatch))));
    }

    @PostMapping("/v1/rooms/{roomId}/archive")
    @Operation(
            summary = "Close a room for writing, for good; for owners",
            description = "It can still be read and left, and people removed from it.")
    ResponseEntity<RoomAnswer> archive(
            Dispatch dispatch,
            @PathVariable UUID roomId,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(
                dispatch.post(
                        new ArchiveRoom(
                                roomId,
                                dispatch.actorId(),
                                dispatch.at(),
                                IfMatch.version(ifMatch)),
                        Map.of()));
    }

    private static ResponseEntity<RoomAnswer> answer(Outcome outcome) {
        return Answers.ok(outcome, RoomAnswer.of(outcome.receipt()));
    }
}
