package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddReaction;
import io.github.simplechat.api.room.PinMessage;
import io.github.simplechat.api.room.RemoveReaction;
import io.github.simplechat.api.room.UnpinMessage;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.room.Emoji;
import io.github.simplechat.command.room.SendRate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is put to a message: reactions and pins. Repeating one changes nothing. */
@RestController
@Tag(name = "Messages")
class MarkApi {

    private final SendRate rate;

    MarkApi(SendRate rate) {
        this.rate = rate;
    }

    @PutMapping("/v1/rooms/{roomId}/messages/{seq}/reactions/{emoji}")
    @Operation(summary = "Put an emoji to a message; each person each emoji once")
    ResponseEntity<MessageAnswer> react(
            Dispatch dispatch,
            @PathVariable UUID roomId,
            @PathVariable long seq,
            @PathVariable String emoji) {
        rate.take(dispatch.actorId());
        return MessageAnswer.of(
                dispatch.send(
                        new AddReaction(
                                roomId, dispatch.actorId(), dispatch.at(), seq, one(emoji))));
    }

    @DeleteMapping("/v1/rooms/{roomId}/messages/{seq}/reactions/{emoji}")
    @Operation(summary = "Take the caller's emoji back")
    ResponseEntity<MessageAnswer> takeBack(
            Dispatch dispatch,
            @PathVariable UUID roomId,
            @PathVariable long seq,
            @PathVariable String emoji) {
        rate.take(dispatch.actorId());
        return MessageAnswer.of(
                dispatch.send(
                        new RemoveReaction(
                                roomId, dispatch.actorId(), dispatch.at(), seq, one(emoji))));
    }

    @PutMapping("/v1/rooms/{roomId}/messages/{seq}/pin")
    @Operation(summary = "Pin a message; for moderators, in a direct room for both")
    ResponseEntity<MessageAnswer> pin(
            Dispatch dispatch, @PathVariable UUID roomId, @PathVariable long seq) {
        return MessageAnswer.of(
                dispatch.send(new PinMessage(roomId, dispatch.actorId(), dispatch.at(), seq)));
    }

    @DeleteMapping("/v1/rooms/{roomId}/messages/{seq}/pin")
    @Operation(summary = "Unpin a message; for those who may pin")
    ResponseEntity<MessageAnswer> unpin(
            Dispatch dispatch, @PathVariable UUID roomId, @PathVariable long seq) {
        return MessageAnswer.of(
                dispatch.send(new UnpinMessage(roomId, dispatch.actorId(), dispatch.at(), seq)));
    }

    private static String one(String emoji) {
        return Emoji.of(emoji)
                .orElseThrow(
                        () -> new Rejection(Reason.INVALID_REQUEST, "A reaction is one emoji."));
    }
}
