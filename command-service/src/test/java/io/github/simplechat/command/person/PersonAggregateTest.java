package io.github.simplechat.command.person;

import static io.github.simplechat.command.platform.axon.AxonTestFixtures.refused;

import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.person.CloseInvitation;
import io.github.simplechat.api.person.ConfirmInvitation;
import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.InvitePerson;
import io.github.simplechat.api.person.MarkRead;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.person.RegisterPerson;
import io.github.simplechat.api.person.SendNotice;
import io.github.simplechat.command.platform.axon.AxonTestFixtures;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PersonAggregateTest {

    private static final UUID ME = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final UUID ROOM = new UUID(1, 1);
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    private final PersonRegistered registered = new PersonRegistered(ME, ME, AT, "me", "나");
    private final PersonInvited invited = new PersonInvited(ME, OTHER, AT, ROOM);

    private final AggregateTestFixture<PersonAggregate> person =
            AxonTestFixtures.of(PersonAggregate.class);

    @Test
    void given_nothing_when_registering_then_the_feed_begins() {
        person.givenNoPriorActivity()
                .when(new RegisterPerson(ME, ME, AT, "me", "나"))
                .expectEvents(registered);
    }

    @Test
    void given_a_person_when_registering_again_then_nothing_happens() {
        person.given(registered).when(new RegisterPerson(ME, ME, AT, "me", "나")).expectNoEvents();
    }

    @Test
    void given_a_person_when_invited_then_invited() {
        person.given(registered).when(new InvitePerson(ME, OTHER, AT, ROOM)).expectEvents(invited);
    }

    @Test
    void given_an_open_invitation_when_invited_again_then_nothing_happens() {
        person.given(registered, invited)
                .when(new InvitePerson(ME, OTHER, AT, ROOM))
                .expectNoEvents();
    }

    @Test
    void given_an_open_invitation_when_answered_then_closed() {
        person.given(registered, invited)
                .when(new CloseInvitation(ME, ME, AT, ROOM, true))
                .expectEvents(new InvitationClosed(ME, ME, AT, ROOM, true));
    }

    @Test
    void given_an_answered_invitation_when_confirming_then_refused() {
        refused(
                Reason.INVITATION_NOT_FOUND,
                person.given(registered, invited, new InvitationClosed(ME, ME, AT, ROOM, false))
                        .when(new ConfirmInvitation(ME, ME, AT, ROOM)));
    }

    @Test
    void given_a_read_marker_when_moved_forward_then_moved() {
        person.given(registered, new MessagesRead(ME, ME, AT, ROOM, 3))
                .when(new MarkRead(ME, ME, AT, ROOM, 5))
                .expectEvents(new MessagesRead(ME, ME, AT, ROOM, 5));
    }

    @Test
    void given_a_read_marker_when_moved_back_then_nothing_happens() {
        person.given(registered, new MessagesRead(ME, ME, AT, ROOM, 3))
                .when(new MarkRead(ME, ME, AT, ROOM, 3))
                .expectNoEvents();
    }

    @Test
    void given_a_person_when_a_service_sends_a_notice_then_received() {
        person.given(registered)
                .when(new SendNotice(ME, OTHER, AT, "payment", "결제 완료", Map.of("amount", 100)))
                .expectEvents(
                        new NoticeReceived(
                                ME, OTHER, AT, "payment", "결제 완료", Map.of("amount", 100)));
    }
}
