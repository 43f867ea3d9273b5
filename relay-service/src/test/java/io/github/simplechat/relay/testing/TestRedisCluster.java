package io.github.simplechat.relay.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A real Redis Cluster of three masters, the first of which may have a replica. Its nodes know of
 * each other from their first moment, by the files that they would write themselves. Debian calls
 * the package redis-server; what comes from Maven Central is older and has no sharded pub/sub.
 */
public final class TestRedisCluster implements AutoCloseable {

    static final Duration NODE_TIMEOUT = Duration.ofSeconds(1);

    private static final Path PROGRAM = Path.of("/usr/bin/redis-server");
    private static final int OLDEST = 7;
    private static final int MASTERS = 3;
    private static final List<String> SLOTS = List.of("0-5460", "5461-10922", "10923-16383");
    private static final List<Integer> LAST = List.of(5_460, 10_922, 16_383);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<RedisNode> nodes = new ArrayList<>();

    /** Skips the test, and says so, where no Redis is that can shard. */
    public static void assumeInstalled() {
        assumeThat(isInstalled()).as("redis-server 7 or newer is installed as " + PROGRAM).isTrue();
    }

    private static boolean isInstalled() {
        return Programs.run(PROGRAM.toString(), "--version").lines().stream()
                .filter(line -> line.matches(".* v=\\d+\\..*"))
                .anyMatch(line ->
                        Integer.parseInt(line.replaceAll(".* v=(\\d+)\\..*", "$1")) >= OLDEST);
    }

    private TestRedisCluster(int replicas) {
        int size = MASTERS + replicas;
        List<Integer> ports = freePorts(2 * size);
        for (int i = 0; i < size; i++) {
            try {
                Path folder = Files.createTempDirectory("relay-test-cluster");
                Files.writeString(folder.resolve("nodes.conf"), configuration(ports, size, i));
                nodes.add(new RedisNode(PROGRAM, folder, id(i), ports.get(i), ports.get(size + i)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        nodes.forEach(RedisNode::awaitStart);
    }

    /** Three masters. */
    public static TestRedisCluster ofMasters() {
        return new TestRedisCluster(0);
    }

    /** Three masters, and a replica of the first. */
    public static TestRedisCluster withReplica() {
        return new TestRedisCluster(1);
    }

    private static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(int index) {
        return Integer.toString(index + 1).repeat(40);
    }

    private static String configuration(List<Integer> ports, int size, int self) {
        String lines =
                IntStream.range(0, size)
                        .mapToObj(i ->
                                "%s 127.0.0.1:%d@%d %s%s 0 0 %d connected %s\n"
                                        .formatted(
                                                id(i),
                                                ports.get(i),
                                                ports.get(size + i),
                                                i == self ? "myself," : "",
                                                i < MASTERS ? "master -" : "slave " + id(0),
                                                i < MASTERS ? i + 1 : 1,
                                                i < MASTERS ? SLOTS.get(i) : ""))
                        .collect(Collectors.joining());
        return lines + "vars currentEpoch " + MASTERS + " lastVoteEpoch 0\n";
    }

    /** As {@code CHAT_REDIS_URL} has it. */
    public String url() {
        return nodes.stream()
                .map(node -> "127.0.0.1:" + node.port())
                .collect(Collectors.joining(",", "redis-cluster://relay:secret@", ""));
    }

    /** The master that has the slot of a key at first. */
    public RedisNode firstOwner(String key) {
        int slot = SlotHash.getSlot(key);
        return nodes.get((int) LAST.stream().filter(last -> slot > last).count());
    }

    /** The master that has a replica. */
    public RedisNode replicated() {
        return nodes.getFirst();
    }

    public RedisNode replica() {
        return nodes.get(MASTERS);
    }

    /** A master that does not have the slot of a key at first. */
    public RedisNode otherThan(RedisNode owner) {
        return masters().filter(node -> node != owner).findFirst().orElseThrow();
    }

    public Stream<RedisNode> masters() {
        return nodes.stream().limit(MASTERS);
    }

    /** Moves the slot of a key, in which there are no keys. */
    public void moveSlot(String key, RedisNode from, RedisNode to) {
        int slot = SlotHash.getSlot(key);
        agreed(to.say("CLUSTER SETSLOT %d IMPORTING %s".formatted(slot, from.id())));
        agreed(from.say("CLUSTER SETSLOT %d MIGRATING %s".formatted(slot, to.id())));
        agreed(to.say("CLUSTER SETSLOT %d NODE %s".formatted(slot, to.id())));
        agreed(from.say("CLUSTER SETSLOT %d NODE %s".formatted(slot, to.id())));
    }

    private static void agreed(String answer) {
        if (!answer.equals("+OK")) {
            throw new IllegalStateException("Redis refused: " + answer);
        }
    }

    /** How many connections are brought a channel, on all nodes together. */
    public int subscribers(String channel) {
        return nodes.stream()
                .map(node -> node.say("PUBSUB SHARDNUMSUB " + channel))
                .mapToInt(answer -> Integer.parseInt(answer.replaceAll("(?s).*:", "")))
                .sum();
    }

    public void killAll() {
        nodes.forEach(RedisNode::kill);
    }

    public void startAllAgain() {
        nodes.forEach(RedisNode::startAgain);
    }

    /**
     * Until every node says that every slot is served. Until then messages pass and keys do not.
     */
    public void awaitWhole() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        nodes.stream()
                                .allMatch(node ->
                                        node.say("CLUSTER INFO").contains("cluster_state:ok")));
    }

    @Override
    public void close() {
        killAll();
    }
}
