package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.left;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.stores.EmbeddedRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Removals in the middle of bursts of messages, on a node of each engine. Each race is a room: ada
 * speaks and hears, bob listens and is removed, and carol comes while it goes on and is removed
 * too. {@code -Dchat.races=5000} makes it as many races as one likes.
 */
class RemovalRacesTest {

    private static final int RACES = Integer.getInteger("chat.races", 200);
    private static final int MESSAGES = 24;
    private static final int AT_ONCE = 8;
    private static final int PIECE = 4;
    private static final long FIRST = 4;
    private static final long END = FIRST + MESSAGES + 1;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Random random = new Random(20_261_124);
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID carol = UUID.randomUUID();
    private final List<Race> races = new ArrayList<>();

    /** A room, and the versions with which bob and carol are gone. */
    private record Race(UUID room, List<ChatEvent> events, long bobGoes, long carolGoes) {}

    private record Listeners(TestClient adas, TestClient bobs, TestClient carols) {

        static Listeners on(RelayProcess node, UUID ada, UUID bob, UUID carol) {
            return new Listeners(node.connect(ada), node.connect(bob), node.connect(carol));
        }
    }

    @Test
    void nobody_hears_anything_past_their_removal_and_until_then_nothing_is_missing()
            throws Exception {
        for (int i = 0; i < RACES; i++) {
            races.add(race(UUID.randomUUID()));
        }
        String[] roomy = {
            "--chat.relay.feeds-per-connection=" + RACES,
            "--chat.relay.frame-burst=1000000",
            "--chat.relay.outgoing-size=64MB"
        };
        try (EmbeddedRedis redis = EmbeddedRedis.temporary();
                RelayProcess netty = node(redis, Engine.NETTY, roomy);
                RelayProcess servlet = node(redis, Engine.SERVLET, roomy)) {
            List<RelayProcess> nodes = List.of(netty, servlet);
            for (Race race : races) {
                netty.append(room(race.room(), ada, bob, carol));
            }
            List<Listeners> all = new ArrayList<>();
            for (RelayProcess node : nodes) {
                all.add(Listeners.on(node, ada, bob, carol));
            }
            for (Listeners here : all) {
                races.forEach(race -> here.adas().listen(race.room()));
                races.forEach(race -> here.bobs().listen(race.room()));
            }
            all.forEach(here -> here.adas().awaitCount(RACES));
            all.forEach(here -> here.bobs().awaitCount(RACES));
            run(nodes, all);
            all.forEach(here -> here.carols().awaitCount(RACES));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() ->
                            all.stream().allMatch(here -> here.adas().count() == heardByAda()));
            all.forEach(this::check);
        }
    }

    private static RelayProcess node(EmbeddedRedis redis, Engine engine, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add(RelayProcess.on(engine));
        return new RelayProcess(redis.url(), settings.toArray(String[]::new));
    }

    private int heardByAda() {
        return RACES * (1 + MESSAGES + 2);
    }

    private Race race(UUID room) {
        List<ChatEvent> events = new ArrayList<>();
        Collections.addAll(events, sent(room, ada, 1, MESSAGES));
        events.add(random.nextInt(MESSAGES + 1), left(room, bob));
        events.add(random.nextInt(MESSAGES + 2), left(room, carol));
        return new Race(
                room,
                events,
                FIRST + events.indexOf(left(room, bob)),
                FIRST + events.indexOf(left(room, carol)));
    }

    private void run(List<RelayProcess> nodes, List<Listeners> all) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<java.util.concurrent.Future<?>> running = new ArrayList<>();
            for (int i = 0; i < RACES; i++) {
                Race race = races.get(i);
                RelayProcess node = nodes.get(i % nodes.size());
                long seed = random.nextLong();
                running.add(threads.submit(() -> run(race, node, all, new Random(seed))));
            }
            for (var each : running) {
                each.get();
            }
        }
    }

    private static void run(Race race, RelayProcess node, List<Listeners> all, Random random) {
        int carolComes = random.nextInt(race.events().size());
        int next = 0;
        while (next < race.events().size()) {
            int end = Math.min(race.events().size(), next + 1 + random.nextInt(PIECE));
            if (next <= carolComes && carolComes < end) {
                for (Listeners here : all) {
                    synchronized (here.carols()) {
                        here.carols().listen(race.room());
                    }
                }
            }
            node.append(race.events().subList(next, end).toArray(ChatEvent[]::new));
            next = end;
        }
    }

    private void check(Listeners here) {
        Map<UUID, List<Long>> adas = here.adas().versionsByRoom();
        Map<UUID, List<Long>> bobs = here.bobs().versionsByRoom();
        Map<UUID, List<Long>> carols = here.carols().versionsByRoom();
        for (Race race : races) {
            assertThat(adas.get(race.room())).isEqualTo(versions(FIRST, END));
            assertThat(bobs.get(race.room())).isEqualTo(versions(FIRST, race.bobGoes()));
            List<Long> late = carols.getOrDefault(race.room(), List.of());
            assertThat(late)
                    .isEqualTo(versions(race.carolGoes() + 1 - late.size(), race.carolGoes()));
        }
    }

    private static List<Long> versions(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
