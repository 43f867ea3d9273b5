package io.github.simplechat.relay.netty;

import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.relay.gateway.CloseReason;
import io.github.simplechat.relay.gateway.Connection;
import io.github.simplechat.relay.gateway.Encodable;
import io.github.simplechat.relay.gateway.Encoding;
import io.github.simplechat.relay.gateway.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose bytes are moved by one event loop. What it is told to send waits until the
 * loop's next {@link WritePass}; one write at a time is under way, and what it carries counts until
 * it is done. The state is guarded by the connection's own monitor, which is never held while
 * anything is written.
 */
abstract class LoopConnection implements Connection {

    /** How long a peer may take to read what is left and to close. */
    private static final long FAREWELL_SECONDS = 20;

    /** The connection marked before this one; belongs to {@link WritePass}. */
    @Nullable LoopConnection markedBefore;

    private final WritePass pass;
    private final int capacity;
    private Pending pending;
    private int writing;
    private int waiting;
    private boolean marked;
    private boolean gone;
    private boolean ended;
    private @Nullable Ending ending;
    private volatile @Nullable Caller caller;
    private volatile @Nullable String address;

    LoopConnection(WritePass pass, int capacity) {
        this.pass = pass;
        this.capacity = capacity;
        this.pending = pass.nothing();
    }

    /** Says whose it is, before the gateway hears of it. */
    final void belongsTo(Caller owner, @Nullable String from) {
        caller = owner;
        address = from;
    }

    @Override
    public final @Nullable String address() {
        return address;
    }

    @Override
    public final synchronized @Nullable String endedBy() {
        return ending == null || ending.text().isEmpty() ? null : ending.text();
    }

    @Override
    public final Caller caller() {
        return Objects.requireNonNull(caller, "a connection of nobody");
    }

    final WritePass pass() {
        return pass;
    }

    @Override
    public final void send(Frame frame) {
        add(frame, frame.length());
    }

    /** Adds something to write, or ends everything when it does not fit. */
    final void add(Encodable item, int length) {
        boolean fits;
        synchronized (this) {
            if (ending != null || gone) {
                return;
            }
            fits = (long) writing + pending.bytes() + length <= capacity;
            if (fits) {
                pending = pending.then(item, length);
                mark();
            }
        }
        if (!fits) {
            close(CloseReason.TOO_SLOW);
        }
    }

    @Override
    public final void close(CloseReason reason) {
        end(Ending.of(reason));
    }

    /** The first ending counts. */
    final void end(Ending how) {
        synchronized (this) {
            if (ending != null || gone) {
                return;
            }
            ending = how;
            if (!how.flushes()) {
                pending = pass.nothing();
            }
            notifyAll();
            mark();
        }
        var _ = pass.loop().schedule(this::abort, FAREWELL_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether it is over, or about to be. */
    final synchronized boolean isEnding() {
        return ending != null || gone;
    }

    /** Whether the end has been written. */
    final synchronized boolean hasEnded() {
        return ended;
    }

    private void mark() {
        if (!marked && writing == 0) {
            marked = true;
            pass.mark(this);
        }
    }

    /** Something that was missing for writing is there now. */
    final synchronized void ready() {
        if (!gone) {
            mark();
        }
    }

    @Override
    public final synchronized boolean awaitRoom() {
        waiting++;
        try {
            while (!isEnding() && writing + pending.bytes() > capacity / 2) {
                wait();
            }
            return !isEnding();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    /** Writes what waits. On the event loop only. */
    final void flush() {
        Pending todo;
        Ending end;
        synchronized (this) {
            marked = false;
            if (gone || writing > 0 || !isWritable()) {
                return;
            }
            todo = pending;
            pending = pass.nothing();
            writing = todo.bytes();
            end = ended ? null : ending;
            ended = end != null;
        }
        if (!todo.isNothing()) {
            write(todo);
        }
        if (end != null) {
            writeEnd(end);
        }
    }

    /** What was written last has left this process. */
    final synchronized void written() {
        writing = 0;
        if (waiting > 0) {
            notifyAll();
        }
        if (!pending.isNothing() || (ending != null && !ended)) {
            mark();
        }
    }

    /** The socket is gone: nothing is written any more. */
    final synchronized void gone() {
        gone = true;
        pending = pass.nothing();
        notifyAll();
    }

    /** Writes to a channel, with one buffer for all who wait for the same. On the event loop. */
    final void write(Channel channel, Pending todo, Encoding encoding) {
        ByteBuf all = pass.shared(todo, encoding, channel.alloc());
        int sent = StraightWrite.write(channel, all);
        if (sent == all.readableBytes()) {
            written();
            return;
        }
        ChannelFuture done = channel.writeAndFlush(all.retainedDuplicate().skipBytes(sent));
        if (done.isDone()) {
            written();
        } else {
            var _ = done.addListener(future -> written());
        }
    }

    /** Whether to go on reading what the peer sends. From any thread. */
    abstract void reading(boolean on);

    /** Whether there is something to write to now. On the event loop, under the monitor. */
    abstract boolean isWritable();

    /** Writes, and says so by {@link #written} when it is done. On the event loop. */
    abstract void write(Pending todo);

    /** Writes the end, after everything else. On the event loop. */
    abstract void writeEnd(Ending how);

    /** Closes at once, whatever the peer has not read. On the event loop. */
    abstract void abort();
}
