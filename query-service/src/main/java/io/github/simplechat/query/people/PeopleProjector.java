package io.github.simplechat.query.people;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.query.Notice;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.rebuild.Fold;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes the events of people into the people. What is told to somebody is removed when they are
 * erased, and again when a writer that is behind has written it after that.
 */
final class PeopleProjector implements ProjectionWriter {

    private final PeopleStore store;

    PeopleProjector(PeopleStore store) {
        this.store = store;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        Set<UUID> changed = new HashSet<>();
        Set<InvitationKey> concerned = new HashSet<>();
        for (RecordedEvent recorded : batch) {
            switch (recorded.event()) {
                case PersonChanged e -> changed.add(e.userId());
                case PersonInvited e -> concerned.add(new InvitationKey(e.userId(), e.roomId()));
                case InvitationClosed e -> concerned.add(new InvitationKey(e.userId(), e.roomId()));
                default -> {}
            }
        }
        Fold<UUID, PersonEntry> people = new Fold<>(store.people(changed), PersonEntry::version);
        Fold<InvitationKey, InvitationEntry> invitations =
                new Fold<>(store.invitations(concerned), InvitationEntry::version);
        List<Notice> notices = new ArrayList<>();
        batch.forEach(recorded -> take(recorded, people, invitations, notices));
        PeopleChanges changes = new PeopleChanges(people.changed(), notices, invitations.changed());
        store.write(changes);
        store.forget(erased(batch, changes));
    }

    private Set<UUID> erased(List<RecordedEvent> batch, PeopleChanges written) {
        Set<UUID> erased = new HashSet<>();
        for (RecordedEvent recorded : batch) {
            if (recorded.event() instanceof PersonErased event) {
                erased.add(event.userId());
            }
        }
        Set<UUID> told = new HashSet<>();
        written.notices().forEach(notice -> told.add(notice.userId()));
        written.invitations().forEach(invitation -> told.add(invitation.userId()));
        store.people(told).values().stream()
                .filter(PersonEntry::isErased)
                .forEach(person -> erased.add(person.userId()));
        return erased;
    }

    private static void take(
            RecordedEvent recorded,
            Fold<UUID, PersonEntry> people,
            Fold<InvitationKey, InvitationEntry> invitations,
            List<Notice> notices) {
        long version = recorded.version();
        switch (recorded.event()) {
            case PersonRegistered e ->
                    people.apply(
                            e.userId(), version, before -> PeopleProjection.registered(version, e));
            case PersonChanged e ->
                    people.apply(
                            e.userId(),
                            version,
                            before -> PeopleProjection.changed(before, version, e));
            case PersonErased e ->
                    people.apply(
                            e.userId(),
                            version,
                            before -> PeopleProjection.erased(e.userId(), version));
            case NoticeReceived e -> {
                Notice notice = PeopleProjection.notice(version, e);
                if (notice != null) {
                    notices.add(notice);
                }
            }
            case PersonInvited e ->
                    invitations.apply(
                            new InvitationKey(e.userId(), e.roomId()),
                            version,
                            before -> PeopleProjection.open(version, e));
            case InvitationClosed e ->
                    invitations.apply(
                            new InvitationKey(e.userId(), e.roomId()),
                            version,
                            before -> PeopleProjection.close(before, version, e));
            default -> {}
        }
    }

    @Override
    public Contents contents() {
        return store.contents();
    }

    @Override
    public void drop() {
        store.drop();
    }
}
