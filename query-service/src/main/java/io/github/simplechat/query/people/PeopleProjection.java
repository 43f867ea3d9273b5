package io.github.simplechat.query.people;

import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.query.Notice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What events make of people, their notices and invitations. Pure. */
final class PeopleProjection {

    private PeopleProjection() {}

    /** The person; without names when they have been erased since. */
    static PersonEntry registered(long version, PersonRegistered event) {
        return event.displayName() == null
                ? erased(event.userId(), version)
                : new PersonEntry(event.userId(), version, event.username(), event.displayName());
    }

    /** The person after a change; one that was erased stays so. */
    static @Nullable PersonEntry changed(
            @Nullable PersonEntry before, long version, PersonChanged event) {
        if (before == null) {
            return null;
        }
        return before.isErased() || event.displayName() == null
                ? erased(before.userId(), version)
                : new PersonEntry(before.userId(), version, before.username(), event.displayName());
    }

    /** The person without anything personal. */
    static PersonEntry erased(UUID userId, long version) {
        return new PersonEntry(userId, version, null, null);
    }

    /** The notice; null when its person has been erased since. */
    static @Nullable Notice notice(long version, NoticeReceived event) {
        String text = event.text();
        return text == null
                ? null
                : new Notice(event.userId(), version, event.type(), text, event.data(), event.at());
    }

    static InvitationEntry open(long version, PersonInvited event) {
        return new InvitationEntry(
                event.userId(), event.roomId(), version, event.actorId(), event.at(), true);
    }

    /** A closed invitation stays as a document, so that an old event cannot open it again. */
    static @Nullable InvitationEntry close(
            @Nullable InvitationEntry before, long version, InvitationClosed event) {
        return before == null
                ? null
                : new InvitationEntry(
                        event.userId(),
                        event.roomId(),
                        version,
                        before.invitedBy(),
                        before.at(),
                        false);
    }
}
