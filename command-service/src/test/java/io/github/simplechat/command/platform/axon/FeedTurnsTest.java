package io.github.simplechat.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.command.platform.idempotency.IdempotencyInterceptor;
import io.github.simplechat.platform.eventstore.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedTurnsTest {

    private final List<List<WaitingCommand>> batches = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstIsBusy = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final FeedTurns turns = new FeedTurns(this::execute);

    private void execute(List<WaitingCommand> batch) {
        batches.add(List.copyOf(batch));
        if (batches.size() == 1) {
            firstIsBusy.countDown();
            awaitQuietly(goOn);
        }
        batch.forEach(command -> command.answered(command.message().getPayload()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void given_a_busy_feed_when_others_come_then_they_are_executed_together_in_their_order()
            throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Object> first = send(callers, "room", command(0, null));
            firstIsBusy.await();
            List<Future<Object>> others =
                    IntStream.rangeClosed(1, 20)
                            .mapToObj(i -> sendAfter(i, callers, "room", command(i, null)))
                            .toList();
            letAllQueueUp(21);

            assertThat(first.get()).isEqualTo(0);
            for (int i = 0; i < others.size(); i++) {
                assertThat(others.get(i).get()).isEqualTo(i + 1);
            }
        }
        assertThat(batches).extracting(List::size).containsExactly(1, 20);
        assertThat(batches.getLast().stream().map(c -> (Object) c.message().getPayload()).toList())
                .isEqualTo(IntStream.rangeClosed(1, 20).<Object>mapToObj(i -> i).toList());
    }

    @Test
    void given_a_busy_feed_when_a_command_of_another_feed_comes_then_it_does_not_wait()
            throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Object> busy = send(callers, "room", command(1, null));
            firstIsBusy.await();

            assertThat(send(callers, "other", command(2, null)).get()).isEqualTo(2);
            assertThat(busy.isDone()).isFalse();
            goOn.countDown();
            assertThat(busy.get()).isEqualTo(1);
        }
    }

    @Test
    void given_one_key_twice_when_both_wait_then_they_are_in_two_batches() throws Exception {
        Claim claim = new Claim(UUID.randomUUID(), "k", "d");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Object> first = send(callers, "room", command(0, null));
            firstIsBusy.await();
            List<Future<Object>> twice =
                    List.of(
                            sendAfter(1, callers, "room", command(1, claim)),
                            sendAfter(2, callers, "room", command(2, claim)));
            letAllQueueUp(3);
            for (Future<Object> one : twice) {
                one.get();
            }
            first.get();
        }
        assertThat(batches).extracting(List::size).containsExactly(1, 1, 1);
    }

    @Test
    void given_an_execution_that_breaks_when_others_wait_then_they_get_their_turn()
            throws Exception {
        FeedTurns broken =
                new FeedTurns(batch -> {
                    throw new IllegalStateException("broken");
                });
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all =
                    IntStream.range(0, 20)
                            .<Future<?>>mapToObj(i ->
                                    callers.submit(() -> broken.take("room", command(i, null))))
                            .toList();
            for (Future<?> one : all) {
                await().atMost(Duration.ofSeconds(20)).until(one::isDone);
            }
        }
    }

    private Future<Object> send(ExecutorService callers, String feed, WaitingCommand command) {
        return callers.submit(() -> {
            asked.incrementAndGet();
            turns.take(feed, command);
            return command.result().getPayload();
        });
    }

    /** Sends once so many others have asked, so that the order is known. */
    private Future<Object> sendAfter(
            int others, ExecutorService callers, String feed, WaitingCommand command) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> asked.get() == others && turns.waiting(feed) == others - 1);
        return send(callers, feed, command);
    }

    private void letAllQueueUp(int all) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> asked.get() == all && turns.waiting("room") == all - 1);
        goOn.countDown();
    }

    private static WaitingCommand command(int number, @Nullable Claim claim) {
        MetaData metaData =
                claim == null
                        ? MetaData.emptyInstance()
                        : MetaData.from(Map.of(IdempotencyInterceptor.CLAIM, claim));
        return new WaitingCommand(new GenericCommandMessage<>(number, metaData), message -> number);
    }
}
