package io.github.simplechat.query.people;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.query.Notice;
import io.github.simplechat.query.rebuild.Fold;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the events of people into the people. Only closing an invitation needs what was there. */
final class PeopleProjector implements ProjectionWriter {

    private final PeopleStore store;

    PeopleProjector(PeopleStore store) {
        this.store = store;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        Set<InvitationKey> concerned = new HashSet<>();
        batch.forEach(recorded -> {
            InvitationKey key = invitation(recorded);
            if (key != null) {
                concerned.add(key);
            }
        });
        Fold<InvitationKey, Invitation> invitations =
                new Fold<>(store.invitations(concerned), Invitation::version);
        List<PersonEntry> people = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (RecordedEvent recorded : batch) {
            long version = recorded.version();
            switch (recorded.event()) {
                case PersonRegistered e -> addIfThere(people, PeopleProjection.person(version, e));
                case NoticeReceived e -> addIfThere(notices, PeopleProjection.notice(version, e));
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
        store.write(new PeopleChanges(people, notices, invitations.changed()));
    }

    private static <T> void addIfThere(List<T> all, @Nullable T one) {
        if (one != null) {
            all.add(one);
        }
    }

    private static @Nullable InvitationKey invitation(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case PersonInvited e -> new InvitationKey(e.userId(), e.roomId());
            case InvitationClosed e -> new InvitationKey(e.userId(), e.roomId());
            default -> null;
        };
    }

    @Override
    public void drop() {
        store.drop();
    }
}
