package io.github.simplechat.query.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.person.InvitationClosed;
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

    @Test
    void who_registers_is_a_person() {
        assertThat(PeopleProjection.person(0, new PersonRegistered(anna, anna, AT, "anna", "Anna")))
                .isEqualTo(new PersonEntry(anna, 0, "anna", "Anna"));
    }

    @Test
    void who_was_erased_since_is_nobody() {
        assertThat(PeopleProjection.person(0, new PersonRegistered(anna, anna, AT, null, null)))
                .isNull();
    }

    @Test
    void an_invitation_is_open_until_it_is_answered() {
        Invitation open = PeopleProjection.open(3, new PersonInvited(anna, ben, AT, room));
        Invitation closed =
                PeopleProjection.close(
                        open, 5, new InvitationClosed(anna, anna, AT.plusSeconds(9), room, true));

        assertThat(open).isEqualTo(new Invitation(anna, room, 3, ben, AT, true));
        assertThat(closed).isEqualTo(new Invitation(anna, room, 5, ben, AT, false));
    }

    @Test
    void an_invitation_that_never_was_cannot_be_answered() {
        assertThat(
                        PeopleProjection.close(
                                null, 5, new InvitationClosed(anna, anna, AT, room, true)))
                .isNull();
    }
}
