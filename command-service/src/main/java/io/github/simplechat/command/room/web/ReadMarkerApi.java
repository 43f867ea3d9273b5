package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.person.MarkRead;
import io.github.simplechat.api.room.ConfirmMembership;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Up to where the caller has read a room. */
@RestController
@Tag(name = "Messages")
class ReadMarkerApi {

    /** The last message read. */
    record Marker(@NotNull @Min(0) Long seq) {}

    /** The version is of the caller's own feed. */
    record MarkerAnswer(UUID roomId, long seq, long version) {}

    @PutMapping("/v1/rooms/{roomId}/read")
    @Operation(summary = "Move the read marker; it never goes back")
    ResponseEntity<MarkerAnswer> read(
            Dispatch dispatch, @PathVariable UUID roomId, @Valid @RequestBody Marker body) {
        UUID me = dispatch.actorId();
        Long last = dispatch.send(new ConfirmMembership(roomId, me, dispatch.at())).receipt().seq();
        if (last == null || body.seq() > last) {
            throw new Rejection(
                    Reason.MESSAGE_NOT_FOUND, "The room has no message with this number yet.");
        }
        Outcome outcome = dispatch.send(new MarkRead(me, me, dispatch.at(), roomId, body.seq()));
        return Answers.ok(
                outcome, new MarkerAnswer(roomId, body.seq(), outcome.receipt().version()));
    }
}
