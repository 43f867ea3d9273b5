package io.github.simplechat.loadtest.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Open connections to a service, each used by one request at a time. Thread-safe. */
public final class Lines implements AutoCloseable {

    private final List<Line> all = new ArrayList<>();
    private final BlockingQueue<Line> free;

    /** So many connections. */
    public Lines(URI server, int connections) {
        try {
            for (int i = 0; i < connections; i++) {
                all.add(new Line(server));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.free = new ArrayBlockingQueue<>(connections, false, all);
    }

    /**
     * Sends a request on a connection that is free, or will be.
     *
     * @return the body of the answer
     * @throws IllegalStateException when the answer has another status: a benchmark has no failures
     */
    public byte[] exchange(byte[] request, int status) {
        Line.Reply reply = exchange(request);
        if (reply.status() != status) {
            throw new IllegalStateException("A request was answered with " + reply.status());
        }
        return reply.body();
    }

    /** Sends a request on a connection that is free, or will be; takes any answer. */
    public Line.Reply exchange(byte[] request) {
        try {
            Line line = free.take();
            try {
                return line.exchange(request);
            } finally {
                free.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            for (Line line : all) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
