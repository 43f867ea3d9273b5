package io.github.simplechat.loadtest.queries;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.http.Line;
import io.github.simplechat.loadtest.http.Lines;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.loadtest.node.LongRoom;
import io.github.simplechat.loadtest.node.NodeProcess;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** So many messages, and a query node that shows them. Half of them are in one room. */
final class Store implements AutoCloseable {

    private static final int OK = 200;
    private static final int DIGITS = 3;
    private static final int MEMBERS = 8;
    private static final long MINUTES = 8;

    private final long messages;
    private final NodeProcess node;
    private final Account reader;
    private final String room;

    private Store(long messages, NodeProcess node, Account reader, String room) {
        this.messages = messages;
        this.node = node;
        this.reader = reader;
        this.room = room;
    }

    /**
     * Appends messages to rooms, starts a query node on them, and returns when it shows them all.
     *
     * @param plan the query node, whose stores are empty
     * @param texts what is said, again and again
     * @param roomCount how many rooms the other half of the messages is in
     */
    static Store fill(
            NodeProcess.Plan plan,
            Account reader,
            List<String> texts,
            long messages,
            int roomCount) {
        Database database = plan.database();
        String room = append(database, reader, texts, messages, roomCount);
        database.execute("VACUUM (ANALYZE)"); // now, and not in the middle
        Store store = new Store(messages, plan.start(), reader, room);
        store.awaitAll();
        return store;
    }

    private static String append(
            Database database, Account reader, List<String> texts, long messages, int roomCount) {
        try (CommandNode filling = CommandNode.start(Axon.OURS, database)) {
            UUID person = UUID.fromString(reader.userId());
            long inEach = messages / 2 / roomCount;
            for (int i = 0; i < roomCount; i++) {
                long first = i * inEach;
                LongRoom.open(filling, MEMBERS, inEach, seq -> text(texts, first + seq))
                        .join(person);
            }
            long rest = messages - inEach * roomCount;
            LongRoom longRoom =
                    LongRoom.open(
                            filling, MEMBERS, rest, seq -> text(texts, messages - rest + seq));
            longRoom.join(person);
            return longRoom.id().toString();
        }
    }

    private static String text(List<String> texts, long number) {
        return texts.get((int) (number % texts.size()));
    }

    /** Every query is answered once all has been taken in that was there at the start. */
    private void awaitAll() {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        try (Lines line = connect()) {
            for (Kind kind : Kind.values()) {
                while (line.exchange(request(kind)).status() != OK) {
                    if (System.nanoTime() - deadline > 0) {
                        throw new IllegalStateException("The query node was not ready in time");
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            }
        }
    }

    /** A connection for a while: one that rests for long is closed by the server. */
    private Lines connect() {
        return new Lines(node.url(), 1);
    }

    private byte[] request(Kind kind) {
        return Line.get(kind.path(room, messages / 2), reader.token());
    }

    long messages() {
        return messages;
    }

    /** Asks so often, one request after the other. */
    Delay ask(Kind kind, int requests) {
        Histogram nanos = new Histogram(DIGITS);
        try (Lines line = connect()) {
            for (int i = 0; i < requests; i++) {
                byte[] request = request(kind);
                long begun = System.nanoTime();
                byte[] answer = line.exchange(request, OK);
                nanos.recordValue(System.nanoTime() - begun);
                if (answer.length == 0) {
                    throw new IllegalStateException("An empty answer");
                }
            }
        }
        return Delay.of(nanos);
    }

    @Override
    public void close() {
        node.close();
    }
}
