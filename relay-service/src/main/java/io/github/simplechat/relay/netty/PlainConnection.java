package io.github.simplechat.relay.netty;

import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.relay.gateway.Encodable;
import io.github.simplechat.relay.gateway.Encoding;
import io.github.simplechat.relay.gateway.Frame;
import io.github.simplechat.relay.websocket.Deflation;
import io.github.simplechat.relay.websocket.Frames;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import org.jspecify.annotations.Nullable;

/** A plain WebSocket. */
final class PlainConnection extends LoopConnection {

    private static final Encoding TEXT = data -> Frames.text(Frame.plain(data));
    private static final Encoding PACKED =
            data -> Frames.packedText(Deflation.pack(Frame.plain(data)));
    private static final byte[] PING = Frames.ping();
    private static final Encodable PING_ITEM = encoding -> PING;

    private final Channel channel;
    private final boolean packs;
    private boolean broken;
    private boolean peerEnded;

    PlainConnection(
            Channel channel,
            Caller caller,
            @Nullable String address,
            WritePass pass,
            int capacity,
            boolean packs) {
        super(pass, capacity);
        belongsTo(caller, address);
        this.channel = channel;
        this.packs = packs;
    }

    @Override
    public void ping() {
        add(PING_ITEM, PING.length);
    }

    void pong(byte[] bytes) {
        byte[] pong = Frames.pong(bytes);
        add(encoding -> pong, pong.length);
    }

    /** The peer broke the protocol: nothing is expected of it but that it goes. */
    void broken(Ending how) {
        broken = true;
        end(how);
    }

    /** The peer said that this is the end, or agreed to it. */
    void peerEnded(int code) {
        if (hasEnded()) {
            var _ = channel.close();
        } else {
            peerEnded = true;
            end(new Ending(code, "", false));
        }
    }

    @Override
    boolean isWritable() {
        return true;
    }

    @Override
    void write(Pending todo) {
        write(channel, todo, packs ? PACKED : TEXT);
    }

    @Override
    void reading(boolean on) {
        var _ = channel.config().setAutoRead(on);
    }

    @Override
    void writeEnd(Ending how) {
        byte[] close = Frames.close(how.code(), how.text());
        var _ =
                channel.writeAndFlush(Unpooled.wrappedBuffer(close))
                        .addListener(future -> {
                            if (peerEnded) {
                                var _ = channel.close();
                            } else if (broken && channel instanceof DuplexChannel duplex) {
                                var _ = duplex.shutdownOutput();
                            }
                        });
    }

    @Override
    void abort() {
        var _ = channel.close();
    }
}
