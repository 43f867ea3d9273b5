package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.gateway.Encoding;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes, in one pass of an event loop, whatever its connections have to write. A connection writes
 * once in a pass, however many frames wait, and connections with the same frames share one buffer.
 *
 * <p>Any thread marks a connection; the first mark after a pass asks the loop for the next one.
 */
final class WritePass implements Runnable {

    private final AtomicReference<@Nullable LoopConnection> marked = new AtomicReference<>();
    private final Map<Encoding, Map<Pending, ByteBuf>> joined = new HashMap<>();
    private final Pending nothing = Pending.nothing();
    private final EventLoop loop;

    /** Whoever comes next mostly waits for the same as the one before. */
    private @Nullable Pending lastPending;

    private @Nullable Encoding lastEncoding;
    private @Nullable ByteBuf lastBuffer;

    WritePass(EventLoop loop) {
        this.loop = loop;
    }

    EventLoop loop() {
        return loop;
    }

    Pending nothing() {
        return nothing;
    }

    /** Lets a connection, which is not marked, take part in the next pass. */
    void mark(LoopConnection connection) {
        LoopConnection last = marked.get();
        connection.markedBefore = last;
        while (!marked.compareAndSet(last, connection)) {
            last = marked.get();
            connection.markedBefore = last;
        }
        if (last == null) {
            loop.execute(this);
        }
    }

    @Override
    public void run() {
        try {
            LoopConnection next = inOrder(marked.getAndSet(null));
            while (next != null) {
                LoopConnection connection = next;
                next = connection.markedBefore;
                connection.markedBefore = null;
                connection.flush();
            }
        } finally {
            nothing.forget();
            joined.values()
                    .forEach(buffers -> buffers.values().forEach(ReferenceCountUtil::release));
            joined.clear();
            lastPending = null;
            lastEncoding = null;
            lastBuffer = null;
        }
    }

    private static @Nullable LoopConnection inOrder(@Nullable LoopConnection last) {
        LoopConnection first = null;
        LoopConnection at = last;
        while (at != null) {
            LoopConnection before = at.markedBefore;
            at.markedBefore = first;
            first = at;
            at = before;
        }
        return first;
    }

    /** All that waits in one buffer, of which the caller gets a share of its own. */
    ByteBuf joined(Pending pending, Encoding encoding, ByteBufAllocator allocator) {
        return shared(pending, encoding, allocator).retainedDuplicate();
    }

    /** The same, in the buffer of all who share it, to look at until the pass is over. */
    ByteBuf shared(Pending pending, Encoding encoding, ByteBufAllocator allocator) {
        ByteBuf known = lastBuffer;
        if (known != null && pending.equals(lastPending) && encoding.equals(lastEncoding)) {
            return known;
        }
        ByteBuf all =
                joined.computeIfAbsent(encoding, kind -> new HashMap<>())
                        .computeIfAbsent(pending, waiting -> waiting.join(encoding, allocator));
        lastPending = pending;
        lastEncoding = encoding;
        lastBuffer = all;
        return all;
    }
}
