package io.github.simplechat.query.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonRegistered;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PeopleProjectionTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
    private final UUID anna = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    private final PersonEntry entry =
            PeopleProjection.registered(0, new PersonRegistered(anna, anna, AT, "anna", "Anna"));

    @Test
    void who_registers_is_a_person_and_may_be_called_otherwise_later() {
        assertThat(entry).isEqualTo(new PersonEntry(anna, 0, "anna", "Anna"));
        assertThat(PeopleProjection.changed(entry, 3, new PersonChanged(anna, anna, AT, "Ann")))
                .isEqualTo(new PersonEntry(anna, 3, "anna", "Ann"));
    }

    @Test
    void who_was_erased_has_no_names_whether_they_were_seen_before_or_not() {
        PersonEntry unseen =
                PeopleProjection.registered(0, new PersonRegistered(anna, anna, AT, null, null));

        assertThat(PeopleProjection.changed(unseen, 3, new PersonChanged(anna, anna, AT, null)))
                .isEqualTo(PeopleProjection.erased(anna, 3))
                .matches(PersonEntry::isErased);
        assertThat(PeopleProjection.changed(entry, 3, new PersonChanged(anna, anna, AT, null)))
                .isEqualTo(PeopleProjection.erased(anna, 3));
    }

    @Test
    void who_never_registered_cannot_change() {
        assertThat(PeopleProjection.changed(null, 3, new PersonChanged(anna, anna, AT, "Ann")))
                .isNull();
    }

    @Test
    void an_invitation_is_open_until_it_is_answered() {
        InvitationEntry open = PeopleProjection.open(3, new PersonInvited(anna, ben, AT, room));
        InvitationEntry closed =
                PeopleProjection.close(
                        open, 5, new InvitationClosed(anna, anna, AT.plusSeconds(9), room, true));

        assertThat(open).isEqualTo(new InvitationEntry(anna, room, 3, ben, AT, true));
        assertThat(closed).isEqualTo(new InvitationEntry(anna, room, 5, ben, AT, false));
    }

    @Test
    void an_invitation_that_never_was_cannot_be_answered() {
        assertThat(
                        PeopleProjection.close(
                                null, 5, new InvitationClosed(anna, anna, AT, room, true)))
                .isNull();
    }
}
