package io.github.simplechat.loadtest.node;

import io.github.simplechat.stores.EmbeddedRedis;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a relay needs around it: PostgreSQL, Redis, somebody who issues tokens, and a command
 * service in this process.
 */
public final class LiveSide implements AutoCloseable {

    private static final String ROLE = "relay";
    private static final String OF_ONE_FEED = "%FROM events.event%feed_id = %";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final TemporaryFolder folder;
    private final PostgresServer postgres;
    private final EmbeddedRedis redis;
    private final Issuer issuer;
    private final Database database;
    private final Rooms rooms;

    private LiveSide() {
        try {
            folder = keep(TemporaryFolder.create());
            postgres = keep(PostgresServer.counting());
            redis = keep(EmbeddedRedis.temporary());
            issuer = keep(Issuer.start());
            database = postgres.as(ROLE);
            rooms = new Rooms(keep(CommandNode.start(Axon.OURS, postgres.database())).commands());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts all but the relays. */
    public static LiveSide start() {
        return new LiveSide();
    }

    private <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }

    /**
     * Starts a relay, which ends with this.
     *
     * @param prefix what its command line begins with, for {@code taskset}; may be empty
     * @param settings added to its environment
     */
    public Relay relay(List<String> prefix, Map<String, String> settings) {
        int port = NodeProcess.freePort();
        Map<String, String> all = new HashMap<>(settings);
        all.put("CHAT_LIVE_PORT", Integer.toString(port));
        all.put("CHAT_REDIS_URL", redis.url());
        all.put("CHAT_TOKEN_JWKS_URI", issuer.keys().toString());
        return keep(
                new Relay(
                        new NodeProcess.Plan(
                                Service.RELAY,
                                Axon.OURS,
                                prefix,
                                port,
                                database,
                                all,
                                file("relay-" + port + ".log")),
                        port));
    }

    /** A file for the time of this. */
    public Path file(String name) {
        return folder.path().resolve(name);
    }

    /** Rooms, by commands. */
    public Rooms rooms() {
        return rooms;
    }

    /** A token for a person. */
    public String token(UUID userId) {
        return issuer.token(userId);
    }

    /** How often relays have asked the event store for something of one feed. */
    public long feedReads() {
        return postgres.executedBy(ROLE, OF_ONE_FEED);
    }

    /** What makes a commit durable. */
    public String durability() {
        return postgres.database().durability();
    }

    /** Ends everything, what was started last first. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.err.println("Not closed: " + e.getMessage());
            }
        }
    }
}
