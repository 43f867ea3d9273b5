package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.gateway.Encodable;
import io.github.simplechat.relay.gateway.Encoding;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to a connection: the last item and, through it, those before. Immutable
 * but for a hint. The listeners of a room get the same frames in the same order, so they share the
 * same instances: the first who adds a frame makes the place and the others find it by the hint,
 * which may be overwritten at any time and then only costs another instance.
 */
final class Pending {

    private final @Nullable Pending before;
    private final Encodable item;
    private final int bytes;
    private @Nullable Pending hint;

    private Pending(@Nullable Pending before, Encodable item, int bytes) {
        this.before = before;
        this.item = item;
        this.bytes = bytes;
    }

    /** Nothing waits. Where those who share begin. */
    static Pending nothing() {
        return new Pending(null, encoding -> new byte[0], 0);
    }

    /** This, and then one more item. */
    Pending then(Encodable next, int length) {
        Pending known = hint;
        if (known != null && known.item.equals(next)) {
            return known;
        }
        Pending more = new Pending(this, next, bytes + length);
        hint = more;
        return more;
    }

    /** Lets go of what was added last, which others may still hold. */
    void forget() {
        hint = null;
    }

    boolean isNothing() {
        return before == null;
    }

    /** How many bytes wait, about. */
    int bytes() {
        return bytes;
    }

    /** All of it in one buffer, in the order in which it was added. */
    ByteBuf join(Encoding encoding, ByteBufAllocator allocator) {
        int total = 0;
        for (Pending at = this; at != null; at = at.before) {
            total += at.item.as(encoding).length;
        }
        ByteBuf joined = allocator.directBuffer(total, total);
        int end = total;
        for (Pending at = this; at != null; at = at.before) {
            byte[] part = at.item.as(encoding);
            end -= part.length;
            joined.setBytes(end, part);
        }
        return joined.writerIndex(total);
    }
}
