package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.gateway.TestGateway.versions;
import static io.github.simplechat.relay.testing.TestEvents.left;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.publication.Publisher;
import io.github.simplechat.relay.publication.PublisherLease;
import io.github.simplechat.relay.publication.memory.InMemoryCheckpoint;
import io.github.simplechat.relay.publication.memory.InMemoryPublisherLeases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many clients come while a room talks and one member leaves, over a broker that loses things. */
class RaceTest {

    private static final int ROUNDS = 40;
    private static final int CLIENTS = 6;
    private static final int BEFORE = 120;
    private static final int AFTER = 120;
    private static final long LEFT_AT = 2L + BEFORE + 1;
    private static final long END = LEFT_AT + AFTER;

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private int came;
    private int refused;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_listener_hears_every_version_once_and_who_left_hears_nothing_later(long seed)
            throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            play(UUID.randomUUID(), random);
        }
        assertThat(came).as("those who came before the leaving").isPositive();
        assertThat(refused).as("those who came after it").isPositive();
    }

    private void play(UUID room, Random random) throws Exception {
        TestGateway relay = new TestGateway();
        relay.log.append(room(room, ada, bob));
        Broker lossy = new LossyBroker(relay.broker, new Random(random.nextLong()));
        InMemoryCheckpoint start = new InMemoryCheckpoint();
        start.store(0);
        PublisherLease lease = new InMemoryPublisherLeases().lessee();
        try (relay;
                Publisher publisher =
                        new Publisher(relay.log, lossy, start, lease, Duration.ofSeconds(1), 7);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            publisher.start();
            List<Future<TestListener>> adas = new ArrayList<>();
            List<Future<TestListener>> bobs = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int pause = random.nextInt(40);
                boolean backlog = random.nextBoolean();
                adas.add(threads.submit(comes(relay, room, ada, pause, backlog)));
                bobs.add(threads.submit(comes(relay, room, bob, pause, backlog)));
            }
            threads.submit(() -> talk(relay, room)).get();
            for (var each : adas) {
                hearsToTheEnd(relay, each.get());
            }
            for (var each : bobs) {
                hearsUntilTheyLeft(relay, each.get());
            }
        }
    }

    private static Callable<TestListener> comes(
            TestGateway relay, UUID room, UUID person, int pause, boolean backlog) {
        return () -> {
            LockSupport.parkNanos(pause * 1_000_000L);
            // Each of its own name: the limit of connections per person is not the matter here.
            RecordingConnection connection =
                    new RecordingConnection(person, relay.now(), relay.now().plusSeconds(60));
            TestListener listener =
                    new TestListener(
                            connection, new Client(relay.gateway, connection, heartbeat(relay)));
            if (backlog) {
                listener.listen(room, 0);
            } else {
                listener.listen(room);
            }
            return listener;
        };
    }

    private static Heartbeat heartbeat(TestGateway relay) {
        return new Heartbeat(Duration.ofHours(1), Duration.ofHours(1), relay.now());
    }

    private void talk(TestGateway relay, UUID room) {
        IntStream.rangeClosed(1, BEFORE).forEach(seq -> say(relay, room, seq));
        relay.log.append(left(room, bob));
        IntStream.rangeClosed(BEFORE + 1, BEFORE + AFTER).forEach(seq -> say(relay, room, seq));
    }

    private void say(TestGateway relay, UUID room, int seq) {
        relay.log.append(sent(room, ada, seq));
        if (seq % 5 == 0) {
            LockSupport.parkNanos(50_000);
        }
    }

    private static void hearsToTheEnd(TestGateway relay, TestListener listener) {
        long answered = listener.connection().data().getFirst().get("version").longValue();
        boolean everythingIsOld = answered == END && listener.versions().isEmpty();
        if (!everythingIsOld) {
            hears(relay, listener, END);
        }
        assertThat(listener.versions())
                .isEqualTo(versions(END + 1 - listener.versions().size(), END));
    }

    private void hearsUntilTheyLeft(TestGateway relay, TestListener listener) {
        if (listener.connection().data().getFirst().has("code")) {
            refused++;
            assertThat(listener.versions()).isEmpty();
        } else {
            came++;
            hears(relay, listener, LEFT_AT);
            List<Long> heard = listener.versions();
            assertThat(heard).isEqualTo(versions(LEFT_AT + 1 - heard.size(), LEFT_AT));
        }
    }

    private static void hears(TestGateway relay, TestListener listener, long version) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    relay.hub.sweep();
                    return listener.versions().contains(version);
                });
    }
}
