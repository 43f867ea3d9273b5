package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.relay.publication.Publisher;
import io.github.simplechat.relay.testing.RedisNode;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.relay.testing.TestRedisCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two relay nodes on a Redis Cluster that loses a master, moves a slot and makes a replica the
 * master while messages are sent. Open feeds are not compared with the store here, so what arrives
 * was pushed, or read because the relay noticed what Redis had lost. Skipped, and said so, where
 * there is no Redis 7.
 */
class RedisClusterFailoverTest {

    private static final String NO_SWEEP = "--chat.relay.sweep-interval=1h";
    private static final int ROOMS = 12;
    private static final long FIRST = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UUID ada = UUID.randomUUID();
    private final List<UUID> rooms = Stream.generate(UUID::randomUUID).limit(ROOMS).toList();
    private long seq;

    @Test
    void given_masters_change_and_a_slot_moves_then_every_listener_has_heard_everything_in_order() {
        TestRedisCluster.assumeInstalled();
        try (TestRedisCluster redis = TestRedisCluster.withReplica();
                RelayProcess one = new RelayProcess(redis.url(), NO_SWEEP);
                RelayProcess other = new RelayProcess(redis.url(), NO_SWEEP)) {
            awaitPublisher(one, other); // who has never published begins with what happens then
            rooms.forEach(room -> one.append(room(room, ada)));
            try (TestClient near = one.connect(ada);
                    TestClient far = other.connect(ada)) {
                List<TestClient> clients = List.of(near, far);
                clients.forEach(client -> rooms.forEach(client::listen));
                clients.forEach(client -> client.awaitCount(ROOMS));
                send(one, 5);
                awaitAll(clients);

                redis.replicated().kill();
                send(one, 10);
                awaitMaster(redis.replica());
                send(one, 5);
                awaitAll(clients);

                moveTheSlotOfARoom(redis);
                send(one, 10);
                awaitAll(clients);

                redis.replicated().startAgain(); // it is a replica now
                await().atMost(PATIENCE)
                        .until(() ->
                                redis.replicated().say("CLUSTER FAILOVER TAKEOVER").equals("+OK"));
                send(one, 10);
                awaitMaster(redis.replicated());
                send(one, 5);
                awaitAll(clients);
                rooms.forEach(room ->
                        assertThat(redis.subscribers("relay:chat:" + room))
                                .as("connections that are brought one channel")
                                .isEqualTo(2));
            }
        }
    }

    private static void awaitPublisher(RelayProcess... nodes) {
        await().atMost(PATIENCE)
                .until(() ->
                        Stream.of(nodes).anyMatch(node -> node.bean(Publisher.class).isLeading()));
    }

    private static void awaitMaster(RedisNode node) {
        await().atMost(PATIENCE).until(() -> node.say("ROLE").startsWith("master"));
    }

    private void moveTheSlotOfARoom(TestRedisCluster redis) {
        List<RedisNode> alive = redis.masters().skip(1).toList();
        String channel =
                rooms.stream()
                        .map(room -> "relay:chat:" + room)
                        .filter(name -> redis.firstOwner(name) == alive.getFirst())
                        .findFirst()
                        .orElseThrow();
        redis.moveSlot(channel, alive.getFirst(), alive.getLast());
    }

    /** Some messages to each room, with little pauses, so that the faults fall between them. */
    private void send(RelayProcess relay, int times) {
        for (int i = 0; i < times; i++) {
            seq++;
            relay.append(
                    rooms.stream().map(room -> sent(room, ada, seq)).toArray(ChatEvent[]::new));
            await().pollDelay(Duration.ofMillis(15)).until(() -> true);
        }
    }

    private void awaitAll(List<TestClient> clients) {
        List<Long> stream = LongStream.range(FIRST, FIRST + seq).boxed().toList();
        Map<UUID, List<Long>> everything =
                rooms.stream().collect(Collectors.toMap(Function.identity(), _ -> stream));
        for (TestClient client : clients) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.versionsByRoom()).isEqualTo(everything));
        }
    }
}
