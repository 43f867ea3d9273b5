package io.github.simplechat.query.people;

import io.github.simplechat.api.query.Notice;
import java.util.Collection;

/** What a batch of events has changed. */
public record PeopleChanges(
        Collection<PersonEntry> people,
        Collection<Notice> notices,
        Collection<InvitationEntry> invitations) {}
