package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.gateway.Client;
import io.github.simplechat.relay.websocket.MessageReader;
import io.github.simplechat.relay.websocket.MessageSink;
import io.github.simplechat.relay.websocket.Violation;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes in on a plain WebSocket, told to its client. */
final class PlainSocket extends ChannelInboundHandlerAdapter implements MessageSink {

    private static final Logger log = LoggerFactory.getLogger(PlainSocket.class);

    private final PlainConnection connection;
    private final Client client;
    private final MessageReader reader;
    private final Requests requests;
    private boolean broken;

    PlainSocket(
            PlainConnection connection, Client client, MessageReader reader, Requests requests) {
        this.connection = connection;
        this.client = client;
        this.reader = reader;
        this.requests = requests;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (!broken && message instanceof ByteBuf bytes) {
                reader.read(bytes.nioBuffer(), this);
            }
        } catch (Violation e) {
            broken = true;
            connection.broken(new Ending(e.code(), e.text(), true));
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void text(String text) {
        if (!connection.isEnding()) {
            requests.add(() -> client.received(text));
        }
    }

    @Override
    public void binary(byte[] bytes) {
        if (!connection.isEnding()) {
            requests.add(client::receivedBinary);
        }
    }

    @Override
    public void ping(byte[] bytes) {
        client.heard();
        connection.pong(bytes);
    }

    @Override
    public void pong() {
        client.heard();
    }

    @Override
    public void close(int code) {
        connection.peerEnded(code);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        connection.gone();
        client.closed();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        log.debug("A connection broke: {}", failure.getMessage());
        var _ = context.close();
    }
}
