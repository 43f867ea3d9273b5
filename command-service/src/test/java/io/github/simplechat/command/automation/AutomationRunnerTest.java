package io.github.simplechat.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.MentionPerson;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.Patience;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AutomationRunnerTest {

    private static final UUID ROOM = new UUID(1, 1);
    private static final UUID AUTHOR = new UUID(2, 1);
    private static final UUID ONE = new UUID(2, 2);
    private static final UUID TWO = new UUID(2, 3);
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryPlace place = new InMemoryPlace();
    private final Queue<Object> sent = new ConcurrentLinkedQueue<>();

    private AutomationRunner<?> start(Consumer<Object> commands) {
        return new AutomationRunner<>(
                new WhenMessageSentThenMentionPeople(),
                log,
                place,
                commands,
                Duration.ofMillis(20));
    }

    private static MessageSent message(long seq, UUID... mentions) {
        return new MessageSent(
                ROOM, AUTHOR, AT, seq, "글", null, null, List.of(mentions), List.of());
    }

    private static MentionPerson mention(UUID userId, long seq) {
        return new MentionPerson(userId, AUTHOR, AT, ROOM, seq);
    }

    private void awaitSent(Object... commands) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(sent).containsExactly(commands));
    }

    @Test
    void
            given_messages_that_mention_when_followed_then_each_person_is_told_and_edits_tell_nobody() {
        log.append(
                message(1, ONE, TWO),
                message(2),
                new MessageEdited(ROOM, AUTHOR, AT, 2, "글", List.of(ONE)));
        try (var _ = start(sent::add)) {
            awaitSent(mention(ONE, 1), mention(TWO, 1));
            log.append(message(3, TWO));
            awaitSent(mention(ONE, 1), mention(TWO, 1), mention(TWO, 3));
        }
    }

    @Test
    void given_a_place_in_the_log_when_started_again_then_it_goes_on_there() {
        log.append(message(1, ONE));
        try (var _ = start(sent::add)) {
            awaitSent(mention(ONE, 1));
        }
        log.append(message(2, TWO));
        try (var _ = start(sent::add)) {
            awaitSent(mention(ONE, 1), mention(TWO, 2));
        }
    }

    @Test
    void given_a_failure_in_the_middle_when_tried_again_then_nothing_is_missed() {
        AtomicBoolean broken = new AtomicBoolean(true);
        log.append(message(1, ONE), message(2, TWO));
        Consumer<Object> fragile =
                command -> {
                    if (command.equals(mention(TWO, 2)) && broken.getAndSet(false)) {
                        throw new IllegalStateException("the store is away");
                    }
                    sent.add(command);
                };
        try (var _ = start(fragile)) {
            awaitSent(mention(ONE, 1), mention(ONE, 1), mention(TWO, 2));
        }
    }

    @Test
    void given_a_person_who_is_gone_when_mentioned_then_the_next_are_told() {
        log.append(message(1, ONE), message(2, TWO));
        Consumer<Object> commands =
                command -> {
                    if (command.equals(mention(ONE, 1))) {
                        throw new Rejection(Reason.PERSON_NOT_FOUND, "There is no such person.");
                    }
                    sent.add(command);
                };
        try (var _ = start(commands)) {
            awaitSent(mention(TWO, 2));
        }
    }

    @Test
    void given_two_nodes_when_one_stops_then_the_other_goes_on() {
        log.append(message(1, ONE));
        AutomationRunner<?> first = start(sent::add);
        try (var _ = start(sent::add)) {
            awaitSent(mention(ONE, 1));
            first.close();
            log.append(message(2, TWO));
            awaitSent(mention(ONE, 1), mention(TWO, 2));
        } finally {
            first.close();
        }
    }

    @Test
    void given_an_erasure_when_followed_then_it_is_completed_and_again_when_older_keys_come_back() {
        Queue<ForgetPerson> done = new ConcurrentLinkedQueue<>();
        log.append(new PersonErased(ONE, ONE, AT), message(1), new PersonErased(TWO, TWO, AT));
        for (int restored = 1; restored <= 2; restored++) {
            List<ForgetPerson> both = List.of(new ForgetPerson(ONE), new ForgetPerson(TWO));
            done.clear();
            try (var _ = forgetting(new InMemoryPlace(), done)) {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(done).containsExactlyElementsOf(both));
            }
        }
    }

    @Test
    void given_an_erasure_that_is_not_due_when_stopped_then_it_is_left_to_the_next() {
        Queue<ForgetPerson> done = new ConcurrentLinkedQueue<>();
        log.append(
                new PersonErased(ONE, ONE, AT),
                new PersonErased(TWO, TWO, Instant.now().plusSeconds(3600)));
        try (var _ = forgetting(place, done)) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(done).hasSize(1));
        }
        assertThat(done).containsExactly(new ForgetPerson(ONE));
        try (var held = place.hold(new WhenPersonErasedThenForgetThem().name()).orElseThrow()) {
            assertThat(held.position()).isEqualTo(1);
        }
    }

    @Test
    void given_a_store_that_does_not_answer_when_stopped_then_it_is_not_waited_for() {
        CountDownLatch asked = new CountDownLatch(1);
        EventLog silent =
                new EventLog() {
                    @Override
                    public List<RecordedEvent> read(long after, int limit, Patience patience) {
                        asked.countDown();
                        try {
                            Thread.sleep(Duration.ofHours(1));
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return List.of();
                    }

                    @Override
                    public long head() {
                        return 0;
                    }
                };
        var runner =
                new AutomationRunner<>(
                        new WhenMessageSentThenMentionPeople(),
                        silent,
                        place,
                        sent::add,
                        Duration.ofMillis(20));

        await().until(() -> asked.getCount() == 0);
        assertThat(CompletableFuture.runAsync(runner::close)).succeedsWithin(Duration.ofMinutes(1));
    }

    private AutomationRunner<?> forgetting(Place where, Queue<ForgetPerson> done) {
        return new AutomationRunner<>(
                new WhenPersonErasedThenForgetThem(), log, where, done::add, Duration.ofMillis(20));
    }
}
