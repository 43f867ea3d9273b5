package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.UUID;

/** Something wanted of a person's feed. Ids and time come with it, so that deciding is pure. */
public sealed interface PersonCommand
        permits RegisterPerson,
                ChangeProfile,
                ErasePerson,
                MentionPerson,
                InvitePerson,
                CloseInvitation,
                ConfirmInvitation,
                MarkRead,
                SendNotice {

    /** The person's feed. */
    UUID userId();

    /** Who wants it. */
    UUID actorId();

    /** When it was received, UTC, in whole milliseconds. */
    Instant at();
}
