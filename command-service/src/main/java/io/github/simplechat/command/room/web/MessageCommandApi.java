package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.platform.web.Texts;
import io.github.simplechat.command.room.SendRate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sending, editing and deleting messages. */
@RestController
@Tag(name = "Messages")
class MessageCommandApi {

    private final SendRate rate;

    MessageCommandApi(SendRate rate) {
        this.rate = rate;
    }

    /** A new message. */
    record NewMessage(@NotBlank String text, @Nullable Long replyTo) {}

    /** A message's new text. */
    record NewText(@NotBlank String text) {}

    /** Where a message is now known: {@code (roomId, seq)}. */
    record SentAnswer(UUID roomId, long seq, long version, Instant sentAt) {}

    /** The answer to a change of a message. */
    record MessageAnswer(UUID roomId, long seq, long version) {}

    @PostMapping("/v1/rooms/{roomId}/messages")
    @Operation(summary = "Send a message; for members")
    ResponseEntity<SentAnswer> send(
            Dispatch dispatch, @PathVariable UUID roomId, @Valid @RequestBody NewMessage body) {
        rate.take(dispatch.actorId());
        Outcome outcome =
                dispatch.post(
                        new SendMessage(
                                roomId,
                                dispatch.actorId(),
                                dispatch.at(),
                                Texts.nfc(body.text()),
                                body.replyTo(),
                                List.of(),
                                List.of()),
                        body);
        Receipt receipt = outcome.receipt();
        return Answers.created(
                outcome, new SentAnswer(roomId, seq(receipt), receipt.version(), receipt.at()));
    }

    @PatchMapping("/v1/rooms/{roomId}/messages/{seq}")
    @Operation(summary = "Edit a message; for its author")
    ResponseEntity<MessageAnswer> edit(
            Dispatch dispatch,
            @PathVariable UUID roomId,
            @PathVariable long seq,
            @Valid @RequestBody NewText body) {
        rate.take(dispatch.actorId());
        return answer(
                dispatch.send(
                        new EditMessage(
                                roomId,
                                dispatch.actorId(),
                                dispatch.at(),
                                seq,
                                Texts.nfc(body.text()),
                                List.of())));
    }

    @DeleteMapping("/v1/rooms/{roomId}/messages/{seq}")
    @Operation(summary = "Delete a message; for its author or a moderator")
    ResponseEntity<MessageAnswer> delete(
            Dispatch dispatch, @PathVariable UUID roomId, @PathVariable long seq) {
        return answer(
                dispatch.send(new DeleteMessage(roomId, dispatch.actorId(), dispatch.at(), seq)));
    }

    private static ResponseEntity<MessageAnswer> answer(Outcome outcome) {
        Receipt receipt = outcome.receipt();
        return Answers.ok(
                outcome, new MessageAnswer(receipt.feedId(), seq(receipt), receipt.version()));
    }

    private static long seq(Receipt receipt) {
        Long seq = receipt.seq();
        return seq == null ? 0 : seq;
    }
}
