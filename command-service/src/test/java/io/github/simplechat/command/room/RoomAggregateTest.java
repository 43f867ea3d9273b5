package io.github.simplechat.command.room;

import static io.github.simplechat.command.platform.axon.AxonTestFixtures.refused;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.AddReaction;
import io.github.simplechat.api.room.ChangeRoom;
import io.github.simplechat.api.room.ConfirmMembership;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.OpenDirectRoom;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.platform.axon.AxonTestFixtures;
import io.github.simplechat.command.platform.axon.PendingEvents;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomAggregateTest {

    private static final UUID ROOM = new UUID(1, 1);
    private static final UUID OWNER = new UUID(2, 1);
    private static final UUID MEMBER = new UUID(2, 2);
    private static final UUID STRANGER = new UUID(2, 3);
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    private final RoomCreated created =
            new RoomCreated(ROOM, OWNER, AT, "방", Visibility.PUBLIC, null);
    private final RoomCreated createdPrivate =
            new RoomCreated(ROOM, OWNER, AT, "방", Visibility.PRIVATE, null);
    private final MemberJoined ownerIn = new MemberJoined(ROOM, OWNER, AT, OWNER, Role.OWNER, 0);
    private final MemberJoined memberIn =
            new MemberJoined(ROOM, MEMBER, AT, MEMBER, Role.MEMBER, 0);
    private final MessageSent first = MessageSent.of(ROOM, MEMBER, AT, 1, "안녕");

    private final AggregateTestFixture<RoomAggregate> room =
            AxonTestFixtures.of(RoomAggregate.class);
    private final InMemoryEventLog log = new InMemoryEventLog();

    @BeforeEach
    void lookUp() {
        room.registerInjectableResource(new StreamPastMessages(new PendingEvents(log)));
    }

    @Test
    void given_nothing_when_creating_then_the_creator_is_owner_and_member() {
        room.givenNoPriorActivity()
                .when(new CreateRoom(ROOM, OWNER, AT, "방", Visibility.PUBLIC, null))
                .expectEvents(created, ownerIn)
                .expectResultMessagePayload(new Receipt(ROOM, 1, 0L, AT));
    }

    @Test
    void given_a_room_when_creating_it_again_then_refused() {
        refused(
                Reason.ROOM_EXISTS,
                room.given(created, ownerIn)
                        .when(new CreateRoom(ROOM, MEMBER, AT, "x", Visibility.PUBLIC, null)));
    }

    @Test
    void given_a_public_room_when_joining_then_in_once() {
        room.given(created, ownerIn)
                .when(new JoinRoom(ROOM, MEMBER, AT, false, 10))
                .expectEvents(memberIn);
        AggregateTestFixture<RoomAggregate> again = AxonTestFixtures.of(RoomAggregate.class);
        again.registerInjectableResource(new StreamPastMessages(new PendingEvents(log)));
        again.given(created, ownerIn, memberIn)
                .when(new JoinRoom(ROOM, MEMBER, AT, false, 10))
                .expectNoEvents()
                .expectResultMessagePayload(new Receipt(ROOM, 2, 0L, AT));
    }

    @Test
    void given_a_private_room_when_joining_uninvited_then_refused() {
        refused(
                Reason.FORBIDDEN,
                room.given(createdPrivate, ownerIn)
                        .when(new JoinRoom(ROOM, MEMBER, AT, false, 10)));
    }

    @Test
    void given_a_private_room_when_joining_invited_then_in() {
        room.given(createdPrivate, ownerIn)
                .when(new JoinRoom(ROOM, MEMBER, AT, true, 10))
                .expectEvents(memberIn);
    }

    @Test
    void given_a_full_room_when_joining_then_refused() {
        refused(
                Reason.ROOM_FULL,
                room.given(created, ownerIn).when(new JoinRoom(ROOM, MEMBER, AT, false, 1)));
    }

    @Test
    void given_messages_when_somebody_is_added_then_what_was_said_before_counts_as_read() {
        room.given(created, ownerIn, memberIn, first)
                .when(new AddMember(ROOM, OWNER, AT, STRANGER, 10))
                .expectEvents(new MemberJoined(ROOM, OWNER, AT, STRANGER, Role.MEMBER, 1));
    }

    @Test
    void given_a_plain_member_when_adding_somebody_then_refused() {
        refused(
                Reason.FORBIDDEN,
                room.given(created, ownerIn, memberIn)
                        .when(new AddMember(ROOM, MEMBER, AT, STRANGER, 10)));
    }

    @Test
    void given_a_member_when_leaving_then_out() {
        room.given(created, ownerIn, memberIn)
                .when(new LeaveRoom(ROOM, MEMBER, AT))
                .expectEvents(new MemberLeft(ROOM, MEMBER, AT, MEMBER));
    }

    @Test
    void given_other_members_when_the_only_owner_leaves_then_refused() {
        refused(
                Reason.LAST_OWNER,
                room.given(created, ownerIn, memberIn).when(new LeaveRoom(ROOM, OWNER, AT)));
    }

    @Test
    void given_a_member_when_a_moderator_removes_them_then_out() {
        room.given(created, ownerIn, memberIn)
                .when(new RemoveMember(ROOM, OWNER, AT, MEMBER))
                .expectEvents(new MemberLeft(ROOM, OWNER, AT, MEMBER));
    }

    @Test
    void given_an_owner_when_somebody_removes_them_then_refused() {
        refused(
                Reason.FORBIDDEN,
                room.given(
                                created,
                                ownerIn,
                                new MemberJoined(ROOM, OWNER, AT, MEMBER, Role.MODERATOR, 0))
                        .when(new RemoveMember(ROOM, MEMBER, AT, OWNER)));
    }

    @Test
    void given_a_member_when_sending_then_the_next_number_is_taken() {
        log.append(first);
        room.given(created, ownerIn, memberIn, first)
                .when(new SendMessage(ROOM, OWNER, AT, "네", 1L, List.of(), List.of()))
                .expectEvents(
                        new MessageSent(ROOM, OWNER, AT, 2, "네", 1L, 1L, List.of(), List.of()))
                .expectResultMessagePayload(new Receipt(ROOM, 4, 2L, AT));
    }

    @Test
    void given_a_stranger_when_sending_then_refused() {
        refused(
                Reason.NOT_A_MEMBER,
                room.given(created, ownerIn).when(SendMessage.of(ROOM, STRANGER, AT, "저기요")));
    }

    @Test
    void given_somebody_who_left_when_sending_then_refused() {
        refused(
                Reason.NOT_A_MEMBER,
                room.given(created, ownerIn, memberIn, new MemberLeft(ROOM, MEMBER, AT, MEMBER))
                        .when(SendMessage.of(ROOM, MEMBER, AT, "저기요")));
    }

    @Test
    void given_an_answer_to_a_message_that_does_not_exist_when_sending_then_refused() {
        refused(
                Reason.MESSAGE_NOT_FOUND,
                room.given(created, ownerIn)
                        .when(new SendMessage(ROOM, OWNER, AT, "네", 1L, List.of(), List.of())));
    }

    @Test
    void given_a_text_of_the_longest_length_in_code_points_when_sending_then_stored() {
        String longest = "😀".repeat(10_000);
        room.given(created, ownerIn)
                .when(SendMessage.of(ROOM, OWNER, AT, longest))
                .expectEvents(MessageSent.of(ROOM, OWNER, AT, 1, longest));
    }

    @Test
    void given_one_code_point_more_when_sending_then_refused() {
        refused(
                Reason.MESSAGE_TOO_LONG,
                room.given(created, ownerIn)
                        .when(SendMessage.of(ROOM, OWNER, AT, "가".repeat(10_001))));
    }

    @Test
    void given_ones_own_message_when_editing_then_edited() {
        log.append(first);
        room.given(created, ownerIn, memberIn, first)
                .when(new EditMessage(ROOM, MEMBER, AT, 1, "안녕하세요", List.of()))
                .expectEvents(new MessageEdited(ROOM, MEMBER, AT, 1, "안녕하세요", List.of()));
    }

    @Test
    void given_somebody_elses_message_when_editing_then_refused() {
        log.append(first);
        refused(
                Reason.FORBIDDEN,
                room.given(created, ownerIn, memberIn, first)
                        .when(new EditMessage(ROOM, OWNER, AT, 1, "x", List.of())));
    }

    @Test
    void given_a_tombstone_when_editing_then_refused() {
        log.append(first, new MessageDeleted(ROOM, MEMBER, AT, 1));
        refused(
                Reason.MESSAGE_DELETED,
                room.given(created, ownerIn, memberIn, first)
                        .when(new EditMessage(ROOM, MEMBER, AT, 1, "x", List.of())));
    }

    @Test
    void given_somebody_elses_message_when_a_moderator_deletes_it_then_deleted() {
        log.append(first);
        room.given(created, ownerIn, memberIn, first)
                .when(new DeleteMessage(ROOM, OWNER, AT, 1))
                .expectEvents(new MessageDeleted(ROOM, OWNER, AT, 1));
    }

    @Test
    void given_a_tombstone_when_deleting_then_nothing_happens() {
        log.append(first, new MessageDeleted(ROOM, MEMBER, AT, 1));
        room.given(created, ownerIn, memberIn, first)
                .when(new DeleteMessage(ROOM, MEMBER, AT, 1))
                .expectNoEvents();
    }

    @Test
    void given_a_number_past_the_last_message_when_deleting_then_refused() {
        refused(
                Reason.MESSAGE_NOT_FOUND,
                room.given(created, ownerIn).when(new DeleteMessage(ROOM, OWNER, AT, 1)));
    }

    @Test
    void given_a_member_when_confirming_then_the_last_number_is_told_and_nothing_happens() {
        room.given(created, ownerIn, memberIn, first)
                .when(new ConfirmMembership(ROOM, MEMBER, AT))
                .expectNoEvents()
                .expectResultMessagePayload(new Receipt(ROOM, 3, 1L, AT));
    }

    @Test
    void given_a_room_that_moved_on_when_changing_what_was_seen_before_then_refused() {
        refused(Reason.VERSION_CONFLICT, room.given(created, ownerIn, memberIn).when(renamed(1L)));
    }

    @Test
    void given_the_version_that_was_seen_when_changing_then_changed() {
        room.given(created, ownerIn, memberIn)
                .when(renamed(2L))
                .expectEvents(new RoomChanged(ROOM, OWNER, AT, "새 이름", Visibility.PUBLIC, null, 0));
    }

    @Test
    void given_nothing_when_two_people_open_their_room_then_both_are_in() {
        room.givenNoPriorActivity()
                .when(new OpenDirectRoom(ROOM, OWNER, AT, MEMBER))
                .expectEvents(
                        new DirectRoomCreated(ROOM, OWNER, AT, MEMBER),
                        new MemberJoined(ROOM, OWNER, AT, OWNER, Role.MEMBER, 0),
                        new MemberJoined(ROOM, OWNER, AT, MEMBER, Role.MEMBER, 0))
                .expectResultMessagePayload(new Receipt(ROOM, 2, 0L, AT));
    }

    @Test
    void given_a_message_when_something_is_put_to_it_then_the_answer_names_it() {
        log.append(first);
        room.given(created, ownerIn, memberIn, first)
                .when(new AddReaction(ROOM, OWNER, AT, 1, "👍"))
                .expectEvents(new ReactionAdded(ROOM, OWNER, AT, 1, "👍"))
                .expectResultMessagePayload(new Receipt(ROOM, 4, 1L, AT));
    }

    private static ChangeRoom renamed(long seen) {
        return new ChangeRoom(ROOM, OWNER, AT, "새 이름", null, null, null, seen);
    }
}
