package io.github.simplechat.relay.netty;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, done one after the other, away from the event loop because it may wait
 * for the event store or for the client itself. While much waits, nothing more is read from the
 * client; who cannot be stopped like that is closed when too much waits. Without requests it holds
 * nothing.
 */
final class Requests implements Runnable {

    private static final int MUCH = 32;
    private static final int TOO_MUCH = 1_024;

    private final LoopConnection connection;
    private final Executor workers;
    private @Nullable ArrayDeque<Runnable> waiting;

    Requests(LoopConnection connection, Executor workers) {
        this.connection = connection;
        this.workers = workers;
    }

    /** Adds one. On the event loop. */
    void add(Runnable request) {
        boolean first;
        synchronized (this) {
            first = waiting == null;
            if (waiting == null) {
                waiting = new ArrayDeque<>(2);
            }
            waiting.add(request);
            if (waiting.size() == MUCH) {
                connection.reading(false);
            } else if (waiting.size() > TOO_MUCH) {
                connection.abort();
            }
        }
        if (first) {
            try {
                workers.execute(this);
            } catch (RejectedExecutionException e) {
                connection.abort();
            }
        }
    }

    @Override
    public void run() {
        Runnable next = next();
        while (next != null) {
            next.run();
            next = next();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting == null ? null : waiting.poll();
        if (next == null) {
            waiting = null;
            connection.reading(true);
        }
        return next;
    }
}
