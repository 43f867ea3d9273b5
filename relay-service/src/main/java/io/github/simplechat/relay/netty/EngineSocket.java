package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.socketio.BadPacket;
import io.github.simplechat.relay.socketio.EnginePacket;
import io.github.simplechat.relay.websocket.Frames;
import io.github.simplechat.relay.websocket.MessageReader;
import io.github.simplechat.relay.websocket.MessageSink;
import io.github.simplechat.relay.websocket.Violation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** A WebSocket of a session, which reads in its own event loop and tells the session in its. */
final class EngineSocket extends ChannelInboundHandlerAdapter implements MessageSink {

    private final EngineSession session;
    private final Channel channel;
    private final MessageReader reader;

    EngineSocket(EngineSession session, Channel channel, MessageReader reader) {
        this.session = session;
        this.channel = channel;
        this.reader = reader;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        tell(() -> session.joins(channel));
    }

    private void tell(Runnable what) {
        session.pass().loop().execute(what);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof ByteBuf bytes) {
                reader.read(bytes.nioBuffer(), this);
            }
        } catch (Violation e) {
            end(Frames.close(e.code(), e.text()));
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void end(byte[] close) {
        var _ =
                channel.writeAndFlush(Unpooled.wrappedBuffer(close))
                        .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void text(String text) {
        try {
            EnginePacket packet = EnginePacket.read(text);
            tell(() -> session.probed(channel, packet));
        } catch (BadPacket e) {
            end(Frames.close(Violation.PROTOCOL_ERROR, "no packet"));
        }
    }

    @Override
    public void binary(byte[] bytes) {
        tell(() -> session.probed(channel, new EnginePacket.Binary(bytes)));
    }

    @Override
    public void ping(byte[] bytes) {
        var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(Frames.pong(bytes)));
    }

    @Override
    public void pong() {
        // a session has heartbeats of its own
    }

    @Override
    public void close(int code) {
        end(Frames.close(code, ""));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        tell(() -> session.lost(channel));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        var _ = context.close();
    }
}
