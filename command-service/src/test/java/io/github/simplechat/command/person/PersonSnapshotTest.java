package io.github.simplechat.command.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonEvent;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.platform.eventstore.StateShape;
import io.github.simplechat.platform.json.ChatJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of a person is kept in snapshots. */
class PersonSnapshotTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    /**
     * When this fails, the stored snapshots of people are left out from now on, which costs time
     * and nothing else: put the new shape here.
     */
    @Test
    void given_the_state_of_a_person_then_its_shape_is_the_one_that_is_stored() {
        assertThat(StateShape.of(PersonState.Registered.class)).isEqualTo("1-ea73f707");
    }

    @Test
    void given_a_person_when_stored_then_they_come_back_as_they_were() {
        var person =
                new PersonState.Registered(Set.of(), Map.of())
                        .invitedTo(UUID.randomUUID())
                        .readUpTo(UUID.randomUUID(), 7);

        assertThat(
                        ChatJson.mapper()
                                .readValue(
                                        ChatJson.mapper().writeValueAsBytes(person),
                                        PersonState.Registered.class))
                .isEqualTo(person);
    }

    /** Snapshots are stored in the clear and outlive the key of their person. */
    @Test
    void given_names_and_notices_when_stored_then_none_of_them_is_in_it() {
        UUID me = UUID.randomUUID();
        PersonState state = new PersonState.Absent();
        for (PersonEvent event :
                List.of(
                        new PersonRegistered(me, me, AT, "username-secret", "name-secret"),
                        new PersonChanged(me, me, AT, "new-name-secret"),
                        new NoticeReceived(
                                me, me, AT, "payment", "text-secret", Map.of("k", "data-secret")),
                        new PersonInvited(me, me, AT, UUID.randomUUID()))) {
            state = PersonDecider.evolve(state, event);
        }

        assertThat(ChatJson.mapper().writeValueAsString(state))
                .contains("invitations")
                .doesNotContain("secret");
    }
}
