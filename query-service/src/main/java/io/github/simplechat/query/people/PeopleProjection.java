package io.github.simplechat.query.people;

import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.query.Notice;
import org.jspecify.annotations.Nullable;

/** What events make of people, their notices and invitations. Pure. */
final class PeopleProjection {

    private PeopleProjection() {}

    /** The person; null when they have been erased since, so that there is nobody to show. */
    static @Nullable PersonEntry person(long version, PersonRegistered event) {
        String username = event.username();
        String displayName = event.displayName();
        return username == null || displayName == null
                ? null
                : new PersonEntry(event.userId(), version, username, displayName);
    }

    /** The notice; null when its person has been erased since. */
    static @Nullable Notice notice(long version, NoticeReceived event) {
        String text = event.text();
        return text == null
                ? null
                : new Notice(event.userId(), version, event.type(), text, event.data(), event.at());
    }

    static Invitation open(long version, PersonInvited event) {
        return new Invitation(
                event.userId(), event.roomId(), version, event.actorId(), event.at(), true);
    }

    /** A closed invitation stays as a document, so that an old event cannot open it again. */
    static @Nullable Invitation close(
            @Nullable Invitation before, long version, InvitationClosed event) {
        return before == null
                ? null
                : new Invitation(
                        event.userId(),
                        event.roomId(),
                        version,
                        before.invitedBy(),
                        before.at(),
                        false);
    }
}
