package io.github.simplechat.relay.gateway;

import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.platform.security.revocation.memory.InMemoryRevocations;
import io.github.simplechat.relay.broker.memory.InMemoryBroker;
import io.github.simplechat.relay.presence.memory.InMemoryPresenceStore;
import io.github.simplechat.relay.publication.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A gateway on the in-memory twins, with a clock that is set by hand. */
final class TestGateway implements AutoCloseable {

    static final GatewayLimits LIMITS =
            new GatewayLimits(
                    3,
                    2,
                    3,
                    10,
                    2_000,
                    20,
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(20),
                    3,
                    Duration.ofSeconds(30));

    private static final int REFILLS = 2;

    final InMemoryEventLog log = new InMemoryEventLog();
    final AtomicInteger reads = new AtomicInteger();
    final InMemoryBroker broker = new InMemoryBroker();
    final InMemoryRevocations revocations = new InMemoryRevocations(Duration.ofDays(1));
    final FeedHub hub;
    final Gateway gateway;
    private final ExecutorService refills = Executors.newFixedThreadPool(REFILLS);
    private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");
    final InMemoryPresenceStore presences = new InMemoryPresenceStore(this::now);
    private long published;

    TestGateway() {
        this(new Hooks());
    }

    TestGateway(Hooks hooks) {
        this(hooks, LIMITS);
    }

    TestGateway(Hooks hooks, GatewayLimits limits) {
        CountingStore store = new CountingStore(log, hooks, reads);
        hub = new FeedHub(broker, store, store, refills);
        gateway = new Gateway(hub, store, revocations, presences, limits, () -> now);
    }

    /** Events happen and are published. */
    void happen(ChatEvent... events) {
        log.append(events);
        publish();
    }

    /** Publishes what was not published yet. */
    void publish() {
        List<RecordedEvent> batch = log.read(published, Integer.MAX_VALUE / 2, Duration.ZERO);
        published += batch.size();
        broker.publish(batch.stream().map(Publication::of).toList());
    }

    /** Events happen, and the broker loses their messages. */
    void happenUnheard(ChatEvent... events) {
        log.append(events);
        published = log.head();
    }

    /** Waits until what was to be read from the store has been. */
    void quiet() {
        CyclicBarrier all = new CyclicBarrier(REFILLS);
        List<Future<Integer>> idle =
                IntStream.range(0, REFILLS)
                        .mapToObj(i -> refills.submit(() -> all.await(10, TimeUnit.SECONDS)))
                        .toList();
        await().until(() -> idle.stream().allMatch(Future::isDone));
    }

    TestListener connect(UUID userId) {
        return connect(userId, now.plusSeconds(900));
    }

    TestListener connect(UUID userId, Instant expiresAt) {
        RecordingConnection connection = new RecordingConnection(userId, now, expiresAt);
        return new TestListener(connection, gateway.open(connection));
    }

    void pass(Duration time) {
        now = now.plus(time);
        gateway.tick();
    }

    Instant now() {
        return now;
    }

    static void awaitVersions(TestListener listener, long from, long to) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> listener.versions().equals(versions(from, to)));
    }

    static List<Long> versions(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Override
    public void close() {
        refills.shutdownNow();
    }
}
