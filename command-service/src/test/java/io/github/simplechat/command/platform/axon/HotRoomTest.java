package io.github.simplechat.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.AddReaction;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Many at once in one room, at one node and at two. */
class HotRoomTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");
    private static final int SENDERS = 64;
    private static final int EACH = 20;

    private final Commands node = TestService.bean(Commands.class);
    private final UUID me = UUID.randomUUID();
    private final UUID room = createRoom();

    private UUID createRoom() {
        UUID id = UUID.randomUUID();
        node.send(new CreateRoom(id, me, AT, "방", Visibility.PUBLIC, null));
        return id;
    }

    @Test
    void given_a_hot_room_when_some_are_refused_then_only_they_are() throws Exception {
        List<Callable<Object>> sends = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            UUID sender = i % 4 == 0 ? UUID.randomUUID() : me;
            sends.add(() -> send(node, sender, "말", null));
        }

        List<Object> answers = all(sends);

        assertThat(answers)
                .filteredOn(Rejection.class::isInstance)
                .hasSize(SENDERS / 4)
                .extracting(refused -> ((Rejection) refused).reason())
                .containsOnly(Reason.NOT_A_MEMBER);
        assertNothingIsMissing(receipts(answers), SENDERS * 3 / 4);
    }

    @Test
    void given_a_hot_room_when_keys_come_twice_then_each_takes_effect_once() throws Exception {
        List<Callable<Object>> sends = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            Claim claim = new Claim(me, "hot-" + room + i / 2, "d");
            sends.add(() -> send(node, me, "말", claim));
        }

        List<Object> answers = all(sends);

        for (int i = 0; i < SENDERS; i += 2) {
            Outcome one = (Outcome) answers.get(i);
            Outcome other = (Outcome) answers.get(i + 1);
            assertThat(one.receipt()).isEqualTo(other.receipt());
            assertThat(one.replayed()).isNotEqualTo(other.replayed());
        }
        assertNothingIsMissing(receipts(answers).stream().distinct().toList(), SENDERS / 2);
    }

    @Test
    void given_a_repetition_when_it_would_now_be_refused_then_it_gets_the_first_answer() {
        Claim claim = new Claim(me, "leave-" + room, "d");
        Outcome first = (Outcome) send(node, me, "말", claim);
        node.send(new LeaveRoom(room, me, AT));

        assertThat(send(node, me, "말", claim)).isEqualTo(new Outcome(first.receipt(), true));
        assertThat(send(node, me, "말", null)).isInstanceOf(Rejection.class);
        assertThat(send(node, me, "말", new Claim(me, "leave-" + room, "other")))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(Reason.IDEMPOTENCY_MISMATCH));
    }

    @Test
    void given_two_nodes_when_both_send_to_one_room_then_nothing_is_lost_or_doubled()
            throws Exception {
        try (ConfigurableApplicationContext second = TestService.start()) {
            Commands other = second.getBean(Commands.class);
            List<Callable<Object>> sends = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                Commands through = i % 2 == 0 ? node : other;
                Claim shared = new Claim(me, "both-" + room + i / 2, "d");
                sends.add(() -> {
                    List<Outcome> outcomes = new ArrayList<>();
                    outcomes.add((Outcome) send(through, me, "말", shared));
                    for (int n = 1; n < EACH; n++) {
                        outcomes.add((Outcome) send(through, me, "말", null));
                    }
                    return outcomes;
                });
            }

            List<Receipt> receipts = new ArrayList<>();
            for (Object outcomes : all(sends)) {
                ((List<?>) outcomes).forEach(o -> receipts.add(((Outcome) o).receipt()));
            }

            assertNothingIsMissing(
                    receipts.stream().distinct().toList(), SENDERS * EACH - SENDERS / 2);
        }
    }

    @Test
    void given_the_same_change_many_times_at_once_when_batched_then_it_happens_once()
            throws Exception {
        node.send(SendMessage.of(room, me, AT, "말"));
        List<Callable<Object>> changes = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            changes.add(() -> node.send(new AddReaction(room, me, AT, 1, "👍")));
        }
        all(changes);
        changes.clear();
        for (int i = 0; i < SENDERS; i++) {
            changes.add(() -> node.send(new DeleteMessage(room, me, AT, 1)));
        }
        all(changes);

        List<RecordedEvent> feed =
                TestService.bean(FeedReader.class).read(room, FeedReader.NO_VERSION, 10_000);
        assertThat(feed).filteredOn(e -> e.event() instanceof ReactionAdded).hasSize(1);
        assertThat(feed).filteredOn(e -> e.event() instanceof MessageDeleted).hasSize(1);
    }

    private Object send(Commands through, UUID sender, String text, @Nullable Claim claim) {
        SendMessage command = SendMessage.of(room, sender, AT, text);
        try {
            return claim == null ? through.send(command) : through.send(command, claim);
        } catch (Rejection refused) {
            return refused;
        }
    }

    private static List<Object> all(List<Callable<Object>> calls) throws Exception {
        List<Object> answers = new ArrayList<>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static List<Receipt> receipts(List<Object> answers) {
        return answers.stream()
                .filter(Outcome.class::isInstance)
                .map(answer -> ((Outcome) answer).receipt())
                .toList();
    }

    /** Each receipt names one message of the room, and the room has no other. */
    private void assertNothingIsMissing(List<Receipt> receipts, int expected) {
        List<RecordedEvent> feed =
                TestService.bean(FeedReader.class).read(room, FeedReader.NO_VERSION, 10_000);
        assertThat(feed)
                .extracting(RecordedEvent::version)
                .isEqualTo(LongStream.range(0, feed.size()).boxed().toList());
        List<RecordedEvent> messages =
                feed.stream().filter(e -> e.event() instanceof MessageSent).toList();
        assertThat(messages)
                .extracting(e -> ((MessageSent) e.event()).seq())
                .isEqualTo(LongStream.rangeClosed(1, expected).boxed().toList());
        assertThat(receipts)
                .extracting(Receipt::version)
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(RecordedEvent::version).toList());
        assertThat(receipts)
                .extracting(Receipt::seq)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, expected).boxed().toList());
    }
}
