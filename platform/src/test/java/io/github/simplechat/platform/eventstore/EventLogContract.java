package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every event store promises to its readers. */
abstract class EventLogContract {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    private UUID room = UUID.randomUUID();
    private UUID other = UUID.randomUUID();
    private UUID person = UUID.randomUUID();

    @BeforeEach
    void newFeeds() {
        room = UUID.randomUUID();
        other = UUID.randomUUID();
        person = UUID.randomUUID();
    }

    abstract EventLog log();

    abstract FeedReader feeds();

    abstract MembershipReader memberships();

    /** Appends to a feed that is at {@code nextVersion - 1}. */
    abstract void append(long nextVersion, ChatEvent... events);

    @Test
    void given_events_of_two_feeds_when_read_then_in_the_order_of_their_commits() {
        long before = log().head();
        append(0, created(room));
        append(0, created(other));
        append(1, sent(room, 1));

        List<RecordedEvent> events = log().read(before, 10, Duration.ZERO);

        assertThat(events)
                .extracting(RecordedEvent::event)
                .containsExactly(created(room), created(other), sent(room, 1));
        assertThat(events).extracting(RecordedEvent::version).containsExactly(0L, 0L, 1L);
        assertThat(events).extracting(RecordedEvent::position).isSorted().doesNotHaveDuplicates();
        assertThat(log().head()).isEqualTo(events.getLast().position());
    }

    @Test
    void given_more_events_than_asked_for_when_read_in_pages_then_none_is_missed() {
        long position = log().head();
        append(
                0,
                IntStream.range(0, 25).mapToObj(i -> sent(room, i + 1)).toArray(ChatEvent[]::new));

        int seen = 0;
        for (var page = log().read(position, 10, Duration.ZERO);
                !page.isEmpty();
                page = log().read(position, 10, Duration.ZERO)) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            for (RecordedEvent event : page) {
                assertThat(event.version()).isEqualTo(seen++);
            }
            position = page.getLast().position();
        }

        assertThat(seen).isEqualTo(25);
    }

    @Test
    void given_nothing_new_when_read_with_patience_then_an_append_ends_the_wait() {
        long head = log().head();
        CompletableFuture<List<RecordedEvent>> reader =
                CompletableFuture.supplyAsync(() -> log().read(head, 10, Duration.ofSeconds(20)));

        append(0, created(room));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(reader).isCompletedWithValueMatching(e -> e.size() == 1));
    }

    @Test
    void given_nothing_new_when_somebody_ends_the_patience_then_empty_now_and_from_then_on() {
        long head = log().head();
        Patience patience = Patience.of(Duration.ofMinutes(5));
        CompletableFuture<List<RecordedEvent>> reader =
                CompletableFuture.supplyAsync(() -> log().read(head, 10, patience));
        assertThat(reader)
                .as("It waits")
                .failsWithin(Duration.ofMillis(50))
                .withThrowableOfType(TimeoutException.class);

        patience.end();

        assertThat(reader).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(List.of());
        assertThat(CompletableFuture.supplyAsync(() -> log().read(head, 10, patience)))
                .succeedsWithin(Duration.ofSeconds(10))
                .isEqualTo(List.of());
    }

    @Test
    void given_nothing_new_when_patience_ends_then_empty() {
        assertThat(log().read(log().head(), 10, Duration.ofMillis(20))).isEmpty();
    }

    @Test
    void given_a_feed_when_read_by_version_then_a_page_of_it_alone() {
        append(0, created(room), sent(room, 1), sent(room, 2));
        append(0, created(other));

        assertThat(feeds().read(room, 0, 1))
                .extracting(RecordedEvent::event)
                .containsExactly(sent(room, 1));
        assertThat(feeds().read(room, FeedReader.NO_VERSION, 10))
                .extracting(RecordedEvent::version)
                .containsExactly(0L, 1L, 2L);
        assertThat(feeds().version(room)).isEqualTo(2);
        assertThat(feeds().version(UUID.randomUUID())).isEqualTo(FeedReader.NO_VERSION);
        assertThat(feeds().read(UUID.randomUUID(), -1, 10)).isEmpty();
    }

    @Test
    void given_events_about_a_subject_when_asked_then_the_first_and_the_latest_are_found() {
        ChatEvent in = new MemberJoined(room, person, AT, person, Role.MEMBER, 0);
        ChatEvent out = new MemberLeft(room, person, AT, person);
        ChatEvent edited = new MessageEdited(room, person, AT, 1, "고침", List.of());
        append(0, created(room), in, sent(room, 1), sent(room, 2), edited, out);

        assertThat(feeds().first(room, "1")).map(RecordedEvent::event).hasValue(sent(room, 1));
        assertThat(feeds().latest(room, "1")).map(RecordedEvent::event).hasValue(edited);
        assertThat(feeds().latest(room, person.toString())).map(RecordedEvent::event).hasValue(out);
        assertThat(feeds().latest(room, person.toString()))
                .map(RecordedEvent::version)
                .hasValue(5L);
        assertThat(feeds().about(room, "1", FeedReader.NO_VERSION, 9))
                .extracting(RecordedEvent::event)
                .containsExactly(sent(room, 1), edited);
        assertThat(feeds().about(room, "1", FeedReader.NO_VERSION, 1)).hasSize(1);
        assertThat(feeds().about(room, "1", 2, 9))
                .extracting(RecordedEvent::version)
                .containsExactly(4L);
        assertThat(feeds().latest(room, "3")).isEmpty();
        assertThat(feeds().latest(other, "1")).isEmpty();
    }

    @Test
    void given_a_person_who_comes_and_goes_when_asked_for_their_rooms_then_those_they_are_in() {
        UUID moderator = UUID.randomUUID();
        ChatEvent out = new MemberLeft(room, person, AT, person);
        append(0, created(room), in(room), out, in(room));
        append(0, created(other), in(other), new MemberLeft(other, moderator, AT, person));

        assertThat(memberships().roomsOf(person)).containsExactly(room);
        assertThat(memberships().roomsOf(moderator)).isEmpty();
    }

    @Test
    void given_people_who_come_and_go_when_asked_for_the_members_then_those_in_and_since_when() {
        UUID guest = UUID.randomUUID();
        ChatEvent guestIn = new MemberJoined(room, guest, AT, guest, Role.MEMBER, 0);
        append(0, created(room), guestIn, in(room), sent(room, 1));
        append(4, new MemberLeft(room, guest, AT, guest));
        append(0, created(other), in(other), new MemberLeft(other, person, AT, person), in(other));

        assertThat(memberships().membersOf(room)).isEqualTo(Map.of(person, 2L));
        assertThat(memberships().membersOf(other)).isEqualTo(Map.of(person, 3L));
        assertThat(memberships().membersOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void given_all_else_that_happens_to_a_person_when_asked_for_their_rooms_then_nothing_changes() {
        append(
                0,
                created(room),
                in(room),
                new MemberRoleChanged(room, person, AT, person, Role.OWNER),
                new MemberMuted(room, person, AT, person, AT),
                new MemberBanned(room, person, AT, person, AT),
                new MemberUnbanned(room, person, AT, person),
                sent(room, 1),
                new ReactionAdded(room, person, AT, 1, "👍"),
                new MessagePinned(room, person, AT, 1));

        assertThat(memberships().roomsOf(person)).containsExactly(room);
    }

    private ChatEvent in(UUID roomId) {
        return new MemberJoined(roomId, person, AT, person, Role.MEMBER, 0);
    }

    private ChatEvent created(UUID roomId) {
        return new RoomCreated(roomId, person, AT, "방", Visibility.PUBLIC, null);
    }

    private ChatEvent sent(UUID roomId, long seq) {
        return MessageSent.of(roomId, person, AT, seq, "말 " + seq);
    }
}
