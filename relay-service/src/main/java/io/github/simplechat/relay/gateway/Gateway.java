package io.github.simplechat.relay.gateway;

import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.revocation.Revocations;
import io.github.simplechat.relay.presence.PresenceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The clients of this node, whatever kind of socket they came by. Thread-safe. */
public final class Gateway {

    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration PER_CLIENT = Duration.ofMillis(10);

    private final Clients clients = new Clients();
    private final Tally tally = new Tally();
    private final Counts perAddress;
    private final Signals signals;
    private final Presence presence;
    private final FeedHub hub;
    private final FeedReader reader;
    private final Admission admission;
    private final Revocations revocations;
    private final GatewayLimits limits;
    private final InstantSource clock;
    private volatile boolean draining;

    /** A gateway without clients. */
    public Gateway(
            FeedHub hub,
            FeedReader reader,
            Revocations revocations,
            PresenceStore presences,
            GatewayLimits limits,
            InstantSource clock) {
        this.hub = hub;
        this.reader = reader;
        this.admission = new Admission(reader);
        this.revocations = revocations;
        this.limits = limits;
        this.clock = clock;
        this.perAddress = new Counts(limits.connectionsPerAddress());
        this.signals = new Signals(hub.broker(), clock);
        this.presence = new Presence(presences, limits.presenceHolds(), clock);
        revocations.listen(this::recheck);
    }

    /**
     * A client came, with a valid token. The engine reports to the answer what happens on the
     * connection. A connection above the limit of its person or address is closed at once with
     * {@link CloseReason#OVERLOADED}, the older ones stay; during shutdown every new one is closed.
     */
    public Client open(Connection connection) {
        Heartbeat heartbeat = new Heartbeat(limits.pingInterval(), limits.pingTimeout(), now());
        Client client = new Client(this, connection, heartbeat);
        boolean fits = perAddress.add(connection.address());
        int count = clients.add(client);
        if (draining) {
            turnAway(client, CloseReason.SHUTTING_DOWN);
        } else if (!fits || count > limits.connectionsPerPerson()) {
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

    /**
     * To be called every few seconds, always by the same thread: tells who is here. Waits for the
     * store of presence, and for the event store where it must learn who is in a room.
     */
    public void tellPresence() {
        if (limits.presencePeople() > 0) {
            presence.round(clients.people());
        }
    }

    /** How many clients ask who is here. */
    public int watches() {
        return presence.watches();
    }

    /** How many clients are connected. */
    public int size() {
        return clients.size();
    }

    /** Whether it lets its clients go; nobody should come any more. */
    public boolean isDraining() {
        return draining;
    }

    /**
     * Closes all connections, for good, and waits until they are gone or patience is at its end.
     *
     * @param spread over how long the closing is spread at most, so that not all clients come back
     *     to another node at once; a few are closed sooner
     */
    public void drain(Duration spread, Duration patience) {
        draining = true;
        List<Client> all = clients.all();
        Duration needed = PER_CLIENT.multipliedBy(all.size());
        long pause =
                (needed.compareTo(spread) < 0 ? needed : spread).toNanos()
                        / Math.max(1, all.size());
        long due = System.nanoTime();
        for (Client client : all) {
            LockSupport.parkNanos(due - System.nanoTime());
            client.connection().close(CloseReason.SHUTTING_DOWN);
            due += pause;
        }
        clients.forEach(client -> client.connection().close(CloseReason.SHUTTING_DOWN));
        awaitEnd(patience);
    }

    private void awaitEnd(Duration patience) {
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
        if (clients.remove(client)) {
            perAddress.remove(client.connection().address());
            String why = client.connection().endedBy();
            if (why != null) {
                tally.add(why);
            }
        }
    }

    /** What it had to refuse and to end. */
    public Tally tally() {
        return tally;
    }

    Signals signals() {
        return signals;
    }

    Presence presence() {
        return presence;
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
