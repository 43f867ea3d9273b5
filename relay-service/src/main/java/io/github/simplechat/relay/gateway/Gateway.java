package io.github.simplechat.relay.gateway;

import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.revocation.Revocations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** The clients of this node, whatever kind of socket they came by. Thread-safe. */
public final class Gateway {

    private static final Duration STEP = Duration.ofMillis(10);

    private final Clients clients = new Clients();
    private final FeedHub hub;
    private final FeedReader reader;
    private final Admission admission;
    private final Revocations revocations;
    private final GatewayLimits limits;
    private final InstantSource clock;
    private volatile boolean shutDown;

    /** A gateway without clients. */
    public Gateway(
            FeedHub hub,
            FeedReader reader,
            Revocations revocations,
            GatewayLimits limits,
            InstantSource clock) {
        this.hub = hub;
        this.reader = reader;
        this.admission = new Admission(reader);
        this.revocations = revocations;
        this.limits = limits;
        this.clock = clock;
        revocations.listen(this::recheck);
    }

    /**
     * A client came, with a valid token. The engine reports to the answer what happens on the
     * connection. A person's connection above the limit is closed at once with {@link
     * CloseReason#OVERLOADED}, the older ones stay; during shutdown every new one is closed.
     */
    public Client open(Connection connection) {
        Heartbeat heartbeat = new Heartbeat(limits.pingInterval(), limits.pingTimeout(), now());
        Client client = new Client(this, connection, heartbeat);
        int count = clients.add(client);
        if (shutDown) {
            turnAway(client, CloseReason.SHUTTING_DOWN);
        } else if (count > limits.connectionsPerPerson()) {
            turnAway(client, CloseReason.OVERLOADED);
        } else if (!client.holds(now())) {
            client.closed();
        }
        return client;
    }

    private static void turnAway(Client client, CloseReason reason) {
        client.connection().close(reason);
        client.closed();
    }

    /** A person's tokens were revoked. Who is just coming is looked at when they are here. */
    private void recheck(UUID userId) {
        Instant now = now();
        clients.of(userId).forEach(client -> client.holds(now));
    }

    /** From when on the tokens of a person are valid. */
    Instant validFrom(UUID userId) {
        return revocations.validFrom(userId);
    }

    /** To be called about once a second: token ends, pings, silent clients. */
    public void tick() {
        Instant now = now();
        clients.forEach(client -> client.tick(now));
    }

    /** How many clients are connected. */
    public int size() {
        return clients.size();
    }

    /**
     * Closes all connections, for good, and waits until they are gone or patience is at its end.
     */
    public void shutDown(Duration patience) {
        shutDown = true;
        clients.forEach(client -> client.connection().close(CloseReason.SHUTTING_DOWN));
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (clients.size() > 0 && System.nanoTime() < end) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void left(Client client) {
        clients.remove(client);
    }

    FeedHub hub() {
        return hub;
    }

    FeedReader reader() {
        return reader;
    }

    Admission admission() {
        return admission;
    }

    GatewayLimits limits() {
        return limits;
    }

    Instant now() {
        return clock.instant();
    }
}
