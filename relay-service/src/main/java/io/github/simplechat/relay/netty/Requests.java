package io.github.simplechat.relay.netty;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, done one after the other, away from the event loop because it may wait
 * for the event store or for the client itself. While too much waits, nothing more is read from the
 * client. Without requests it holds nothing.
 */
final class Requests implements Runnable {

    private static final int MANY = 32;

    private final Executor workers;
    private final Channel channel;
    private @Nullable ArrayDeque<Runnable> waiting;

    Requests(Channel channel, Executor workers) {
        this.channel = channel;
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
            if (waiting.size() == MANY) {
                channel.config().setAutoRead(false);
            }
        }
        if (first) {
            try {
                workers.execute(this);
            } catch (RejectedExecutionException e) {
                var _ = channel.close();
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
            channel.config().setAutoRead(true);
        }
        return next;
    }
}
