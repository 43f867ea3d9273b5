package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.platform.web.Texts;
import io.github.simplechat.command.room.Mentions;
import io.github.simplechat.command.room.SendRate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
    private final Mentions mentions;

    MessageCommandApi(SendRate rate, Mentions mentions) {
        this.rate = rate;
        this.mentions = mentions;
    }

    /** A new message. Mentions add to those whom the text names as {@code @username}. */
    record NewMessage(
            @NotBlank String text,
            @Nullable Long replyTo,
            @Nullable @Size(max = Limits.MENTIONS) List<@NotNull UUID> mentions,
            @Nullable @Size(max = Limits.ATTACHMENTS)
                    List<@NotNull @Valid AttachmentBody> attachments) {}

    /** A message's new text. */
    record NewText(
            @NotBlank String text,
            @Nullable @Size(max = Limits.MENTIONS) List<@NotNull UUID> mentions) {}

    /** Where a message is now known: {@code (roomId, seq)}. */
    record SentAnswer(UUID roomId, long seq, long version, Instant sentAt) {}

    @PostMapping("/v1/rooms/{roomId}/messages")
    @Operation(
            summary = "Send a message; for members",
            description =
                    "Whom the text names as @username, and whom mentions names, is mentioned when"
                            + " they are a member; at most 50 people.")
    ResponseEntity<SentAnswer> send(
            Dispatch dispatch, @PathVariable UUID roomId, @Valid @RequestBody NewMessage body) {
        rate.take(dispatch.actorId());
        String text = Texts.nfc(body.text());
        Outcome outcome =
                dispatch.post(
                        new SendMessage(
                                roomId,
                                dispatch.actorId(),
                                dispatch.at(),
                                text,
                                body.replyTo(),
                                mentions.of(text, orNone(body.mentions())),
                                orNone(body.attachments()).stream()
                                        .map(AttachmentBody::toAttachment)
                                        .toList()),
                        body);
        Receipt receipt = outcome.receipt();
        return Answers.created(
                outcome,
                new SentAnswer(
                        roomId, MessageAnswer.seq(receipt), receipt.version(), receipt.at()));
    }

    @PatchMapping("/v1/rooms/{roomId}/messages/{seq}")
    @Operation(
            summary = "Edit a message; for its author",
            description =
                    "Nobody is told of mentions that an edit adds. The same again changes nothing.")
    ResponseEntity<MessageAnswer> edit(
            Dispatch dispatch,
            @PathVariable UUID roomId,
            @PathVariable long seq,
            @Valid @RequestBody NewText body) {
        rate.take(dispatch.actorId());
        String text = Texts.nfc(body.text());
        return MessageAnswer.of(
                dispatch.send(
                        new EditMessage(
                                roomId,
                                dispatch.actorId(),
                                dispatch.at(),
                                seq,
                                text,
                                mentions.of(text, orNone(body.mentions())))));
    }

    @DeleteMapping("/v1/rooms/{roomId}/messages/{seq}")
    @Operation(summary = "Delete a message; for its author or a moderator")
    ResponseEntity<MessageAnswer> delete(
            Dispatch dispatch, @PathVariable UUID roomId, @PathVariable long seq) {
        return MessageAnswer.of(
                dispatch.send(new DeleteMessage(roomId, dispatch.actorId(), dispatch.at(), seq)));
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
