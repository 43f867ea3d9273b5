package io.github.simplechat.command.person;

import static io.github.simplechat.command.platform.axon.AxonTestFixtures.refused;

import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.person.ChangeProfile;
import io.github.simplechat.api.person.CloseInvitation;
import io.github.simplechat.api.person.ConfirmInvitation;
import io.github.simplechat.api.person.ErasePerson;
import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.InvitePerson;
import io.github.simplechat.api.person.MarkRead;
import io.github.simplechat.api.person.MentionPerson;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonCommand;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.person.RegisterPerson;
import io.github.simplechat.api.person.SendNotice;
import io.github.simplechat.command.platform.axon.AxonTestFixtures;
import io.github.simplechat.command.platform.axon.PendingEvents;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonAggregateTest {

    private static final UUID ME = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final UUID ROOM = new UUID(1, 1);
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    private final PersonRegistered registered = new PersonRegistered(ME, ME, AT, "me", "나");
    private final PersonInvited invited = new PersonInvited(ME, OTHER, AT, ROOM);

    private final AggregateTestFixture<PersonAggregate> person =
            AxonTestFixtures.of(PersonAggregate.class);
    private final InMemoryEventLog log = new InMemoryEventLog();

    @BeforeEach
    void lookUp() {
        person.registerInjectableResource(new StreamPersonHistory(new PendingEvents(log)));
    }

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

    @Test
    void given_a_person_when_they_change_their_name_then_changed() {
        log.append(registered);
        person.given(registered)
                .when(new ChangeProfile(ME, ME, AT, "새 이름"))
                .expectEvents(new PersonChanged(ME, ME, AT, "새 이름"));
    }

    @Test
    void given_the_name_that_they_have_when_they_change_it_then_nothing_happens() {
        log.append(registered, new PersonChanged(ME, ME, AT, "새 이름"));
        person.given(registered).when(new ChangeProfile(ME, ME, AT, "새 이름")).expectNoEvents();
    }

    @Test
    void given_a_person_when_mentioned_then_told() {
        person.given(registered)
                .when(new MentionPerson(ME, OTHER, AT, ROOM, 3))
                .expectEvents(new PersonMentioned(ME, OTHER, AT, ROOM, 3));
    }

    @Test
    void given_a_mention_when_it_comes_again_then_nothing_happens() {
        log.append(registered, new PersonMentioned(ME, OTHER, AT, ROOM, 3));
        person.given(registered).when(new MentionPerson(ME, OTHER, AT, ROOM, 3)).expectNoEvents();
    }

    @Test
    void given_a_person_when_erased_then_erased() {
        person.given(registered)
                .when(new ErasePerson(ME, ME, AT))
                .expectEvents(new PersonErased(ME, ME, AT));
    }

    @Test
    void given_an_erased_person_when_erased_again_then_nothing_happens() {
        person.given(registered, new PersonErased(ME, ME, AT))
                .when(new ErasePerson(ME, ME, AT))
                .expectNoEvents();
    }

    static Stream<PersonCommand> anything() {
        return Stream.of(
                new RegisterPerson(ME, ME, AT, "me", "나"),
                new ChangeProfile(ME, ME, AT, "새 이름"),
                new MentionPerson(ME, OTHER, AT, ROOM, 3),
                new InvitePerson(ME, OTHER, AT, ROOM),
                new MarkRead(ME, ME, AT, ROOM, 5),
                new SendNotice(ME, OTHER, AT, "payment", "결제", null));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void given_an_erased_person_when_anything_is_wanted_of_them_then_refused(
            PersonCommand command) {
        refused(
                Reason.PERSON_NOT_FOUND,
                person.given(registered, new PersonErased(ME, ME, AT)).when(command));
    }
}
