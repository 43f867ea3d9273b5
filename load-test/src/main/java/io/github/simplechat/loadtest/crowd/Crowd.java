package io.github.simplechat.loadtest.crowd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Clients that are served by the one thread that calls this. Whoever loses the connection without
 * having been cut comes again after a moment, as often as it takes.
 */
public final class Crowd implements AutoCloseable {

    private static final int BUFFER = 1 << 18;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long STEP_MILLIS = 20;

    private record Return(Guest guest, long due) {}

    private final Selector selector;
    private final List<Guest> guests;
    private final Consumer<Guest> heard;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final Queue<Return> returns = new ArrayDeque<>();
    private final Map<String, Integer> failures = new TreeMap<>();

    /**
     * Nobody has come yet.
     *
     * @param heard is called with whoever has just read something
     */
    public Crowd(List<Guest> guests, Consumer<Guest> heard) {
        this.guests = guests;
        this.heard = heard;
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All come, at once. */
    public void come() {
        come(guests);
    }

    /** Some come, at once. */
    public void come(List<Guest> some) {
        some.forEach(this::come);
    }

    private void come(Guest guest) {
        try {
            guest.come(selector);
        } catch (IOException e) {
            lost(guest, e);
        }
    }

    /** All go, at once and without a word. */
    public void cut() {
        returns.clear();
        try {
            for (Guest guest : guests) {
                guest.cut();
            }
            selector.selectNow(); // only now the sockets are closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Serves everybody until something is true; false when that took too long. */
    public boolean serve(BooleanSupplier until, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!until.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            serve();
        }
        return true;
    }

    private void serve() {
        try {
            selector.select(STEP_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (SelectionKey key : selector.selectedKeys()) {
            Guest guest = (Guest) key.attachment();
            try {
                guest.ready(key, buffer);
                heard.accept(guest);
            } catch (IOException | Guest.Ended | CancelledKeyException e) {
                lost(guest, e);
            }
        }
        selector.selectedKeys().clear();
        while (!returns.isEmpty() && returns.peek().due() <= System.nanoTime()) {
            come(returns.remove().guest());
        }
    }

    private void lost(Guest guest, Exception why) {
        failures.merge(String.valueOf(why.getMessage()), 1, Integer::sum);
        try {
            guest.cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        returns.add(new Return(guest, System.nanoTime() + PAUSE));
    }

    /** Why connections were lost or did not come about since this was asked last, and how often. */
    public Map<String, Integer> failures() {
        Map<String, Integer> all = new TreeMap<>(failures);
        failures.clear();
        return all;
    }

    @Override
    public void close() {
        cut();
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
