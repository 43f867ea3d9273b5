package io.github.simplechat.command.room.web;

import io.github.simplechat.api.person.CloseInvitation;
import io.github.simplechat.api.person.ConfirmInvitation;
import io.github.simplechat.api.person.InvitePerson;
import io.github.simplechat.api.room.ConfirmMembership;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.room.RoomSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Inviting somebody into a room, and answering. Two feeds are concerned, one after the other; each
 * step changes nothing when repeated, so a request that broke off is completed by sending it again.
 */
@RestController
@Tag(name = "Rooms")
class InvitationApi {

    private final RoomSettings settings;

    InvitationApi(RoomSettings settings) {
        this.settings = settings;
    }

    /** Who is invited. */
    record Invitation(@NotNull UUID userId) {}

    /** The version is of the invited person's feed. */
    record InvitationAnswer(UUID roomId, UUID userId, long version) {}

    @PostMapping("/v1/rooms/{roomId}/invitations")
    @Operation(summary = "Invite a person; for members")
    ResponseEntity<InvitationAnswer> invite(
            Dispatch dispatch, @PathVariable UUID roomId, @Valid @RequestBody Invitation body) {
        dispatch.send(new ConfirmMembership(roomId, dispatch.actorId(), dispatch.at()));
        Outcome outcome =
                dispatch.post(
                        new InvitePerson(body.userId(), dispatch.actorId(), dispatch.at(), roomId),
                        body);
        return Answers.created(
                outcome, new InvitationAnswer(roomId, body.userId(), outcome.receipt().version()));
    }

    @PostMapping("/v1/rooms/{roomId}/invitations/accept")
    @Operation(summary = "Accept the caller's invitation and join")
    ResponseEntity<RoomAnswer> accept(Dispatch dispatch, @PathVariable UUID roomId) {
        UUID me = dispatch.actorId();
        dispatch.send(new ConfirmInvitation(me, me, dispatch.at(), roomId));
        Outcome joined =
                dispatch.send(new JoinRoom(roomId, me, dispatch.at(), true, settings.maxMembers()));
        dispatch.send(new CloseInvitation(me, me, dispatch.at(), roomId, true));
        return Answers.ok(joined, RoomAnswer.of(joined.receipt()));
    }

    @PostMapping("/v1/rooms/{roomId}/invitations/decline")
    @Operation(summary = "Decline the caller's invitation")
    ResponseEntity<InvitationAnswer> decline(Dispatch dispatch, @PathVariable UUID roomId) {
        UUID me = dispatch.actorId();
        Outcome closed = dispatch.send(new CloseInvitation(me, me, dispatch.at(), roomId, false));
        return Answers.ok(closed, new InvitationAnswer(roomId, me, closed.receipt().version()));
    }
}
