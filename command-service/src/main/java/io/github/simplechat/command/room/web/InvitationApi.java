package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.person.CloseInvitation;
import io.github.simplechat.api.person.ConfirmInvitation;
import io.github.simplechat.api.person.InvitePerson;
import io.github.simplechat.api.room.ConfirmInviting;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.room.RoomSettings;
import io.github.simplechat.command.room.RoomsPerPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
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

    private static final Map<String, String> NO_BODY = Map.of();

    private final RoomSettings settings;
    private final RoomsPerPerson roomsPerPerson;

    InvitationApi(RoomSettings settings, RoomsPerPerson roomsPerPerson) {
        this.settings = settings;
        this.roomsPerPerson = roomsPerPerson;
    }

    /** Who is invited. */
    record Invitation(@NotNull UUID userId) {}

    /** The version is of the invited person's feed. */
    record InvitationAnswer(UUID roomId, UUID userId, long version) {}

    @PostMapping("/v1/rooms/{roomId}/invitations")
    @Operation(summary = "Invite a person; for members")
    ResponseEntity<InvitationAnswer> invite(
            Dispatch dispatch, @PathVariable UUID roomId, @Valid @RequestBody Invitation body) {
        Outcome outcome =
                dispatch.firstAnswer(body)
                        .orElseGet(() -> invite(dispatch, roomId, body.userId(), body));
        return Answers.created(
                outcome, new InvitationAnswer(roomId, body.userId(), outcome.receipt().version()));
    }

    private static Outcome invite(Dispatch dispatch, UUID roomId, UUID userId, Invitation body) {
        UUID me = dispatch.actorId();
        dispatch.send(new ConfirmInviting(roomId, me, dispatch.at(), userId));
        return dispatch.post(new InvitePerson(userId, me, dispatch.at(), roomId), body);
    }

    @PostMapping("/v1/rooms/{roomId}/invitations/accept")
    @Operation(summary = "Accept the caller's invitation and join")
    ResponseEntity<RoomAnswer> accept(Dispatch dispatch, @PathVariable UUID roomId) {
        Outcome joined = dispatch.firstAnswer(NO_BODY).orElseGet(() -> join(dispatch, roomId));
        close(dispatch, roomId, joined.replayed());
        return Answers.ok(joined, RoomAnswer.of(joined.receipt()));
    }

    private Outcome join(Dispatch dispatch, UUID roomId) {
        UUID me = dispatch.actorId();
        dispatch.send(new ConfirmInvitation(me, me, dispatch.at(), roomId));
        roomsPerPerson.require(me, roomId);
        return dispatch.post(
                new JoinRoom(roomId, me, dispatch.at(), true, settings.maxMembers()), NO_BODY);
    }

    /** A repeated request finds the invitation closed, unless the first one broke off before. */
    private static void close(Dispatch dispatch, UUID roomId, boolean again) {
        UUID me = dispatch.actorId();
        try {
            dispatch.send(new CloseInvitation(me, me, dispatch.at(), roomId, true));
        } catch (Rejection e) {
            if (!again || e.reason() != Reason.INVITATION_NOT_FOUND) {
                throw e;
            }
        }
    }

    @PostMapping("/v1/rooms/{roomId}/invitations/decline")
    @Operation(summary = "Decline the caller's invitation")
    ResponseEntity<InvitationAnswer> decline(Dispatch dispatch, @PathVariable UUID roomId) {
        UUID me = dispatch.actorId();
        Outcome closed =
                dispatch.firstAnswer(NO_BODY)
                        .orElseGet(() ->
                                dispatch.post(
                                        new CloseInvitation(me, me, dispatch.at(), roomId, false),
                                        NO_BODY));
        return Answers.ok(closed, new InvitationAnswer(roomId, me, closed.receipt().version()));
    }
}
