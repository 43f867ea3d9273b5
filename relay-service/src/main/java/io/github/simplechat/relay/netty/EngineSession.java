package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.socketio.BadPacket;
import io.github.simplechat.relay.socketio.EnginePacket;
import io.github.simplechat.relay.socketio.EnginePacket.Kind;
import io.github.simplechat.relay.websocket.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client of Engine.IO, on whatever transport it is on now: polls, one at a time, or a
 * WebSocket, to which it may move once. What waits for it waits in one place and goes out by the
 * transport that is there. Everything here runs on the session's event loop.
 */
final class EngineSession extends LoopConnection {

    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final EnginePacket.Text NOOP = new EnginePacket.Text(Kind.NOOP, "");
    private static final EnginePacket.Text CLOSE = new EnginePacket.Text(Kind.CLOSE, "");
    private static final EnginePacket.Text PING = new EnginePacket.Text(Kind.PING, "");
    private static final EngineItem PING_ITEM = EngineItem.of(PING);
    private static final Ending NO_PROTOCOL = new Ending(1002, "no packet", false);
    private static final String PROBE = "probe";

    private final String id;
    private final Visits visits;
    private final Consumer<EngineSession> whenGone;
    private final EngineApp app;
    private @Nullable Visit poll;
    private volatile @Nullable Channel socket;
    private boolean probing;
    private boolean over;

    EngineSession(
            String id,
            WritePass pass,
            int capacity,
            Visits visits,
            Function<EngineSession, EngineApp> apps,
            Consumer<EngineSession> whenGone) {
        super(pass, capacity);
        this.id = id;
        this.visits = visits;
        this.whenGone = whenGone;
        this.app = apps.apply(this);
    }

    String id() {
        return id;
    }

    /** Sends a packet. From any thread. */
    void put(EnginePacket packet) {
        EngineItem item = EngineItem.of(packet);
        add(item, item.length());
    }

    /** Begins, on a WebSocket when there is one, and with so long to come into a namespace. */
    void begin(@Nullable Channel channel, String open, long patienceMillis) {
        socket = channel;
        put(new EnginePacket.Text(Kind.OPEN, open));
        var _ = pass().loop().schedule(this::endUnused, patienceMillis, TimeUnit.MILLISECONDS);
    }

    private void endUnused() {
        if (!app.isUsed()) {
            abort();
        }
    }

    @Override
    public void ping() {
        add(PING_ITEM, PING_ITEM.length());
    }

    /**
     * A poll that waits for something to send. A second one at the same time is against the rules.
     */
    void polled(Visit visit) {
        if (over || socket != null || poll != null) {
            visits.refuse(visit, Visits.Refusal.BAD_REQUEST);
            if (poll != null) {
                abort();
            }
            return;
        }
        poll = visit;
        if (probing) {
            answerPoll(NOOP.write());
        } else {
            ready();
        }
    }

    /** A poll's connection is gone before it was answered. */
    void pollLost(Visit visit) {
        if (visit.equals(poll)) {
            poll = null;
            abort();
        }
    }

    private void answerPoll(String body) {
        answerPoll(Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
    }

    private void answerPoll(ByteBuf body) {
        Visit waiting = poll;
        poll = null;
        if (waiting == null) {
            body.release();
        } else {
            visits.answer(waiting, HttpResponseStatus.OK, TEXT, body);
        }
    }

    /** Packets in the body of a POST, or on the session's WebSocket; false when they were none. */
    boolean received(EnginePacket packet) {
        if (over || isEnding()) {
            return false;
        }
        try {
            switch (packet) {
                case EnginePacket.Text text -> received(text);
                case EnginePacket.Binary binary -> app.binary(binary.bytes());
            }
            return true;
        } catch (BadPacket e) {
            if (socket == null) {
                abort();
            } else {
                end(NO_PROTOCOL);
            }
            return false;
        }
    }

    private void received(EnginePacket.Text packet) throws BadPacket {
        switch (packet.kind()) {
            case MESSAGE -> app.text(packet.data());
            case PONG -> app.heard();
            case PING -> put(new EnginePacket.Text(Kind.PONG, packet.data()));
            case CLOSE -> peerCloses();
            case OPEN, UPGRADE, NOOP -> {}
        }
    }

    private void peerCloses() {
        answerPoll(NOOP.write());
        abort();
    }

    /** A packet on a WebSocket that the client may move to. */
    void probed(Channel channel, EnginePacket packet) {
        if (channel.equals(socket)) {
            received(packet);
        } else if (over || socket != null || !(packet instanceof EnginePacket.Text text)) {
            var _ = channel.close();
        } else if (text.kind() == Kind.PING && PROBE.equals(text.data())) {
            probing = true;
            writeAlone(channel, new EnginePacket.Text(Kind.PONG, PROBE));
            if (poll != null) {
                answerPoll(NOOP.write());
            }
        } else if (text.kind() == Kind.UPGRADE && probing) {
            probing = false;
            socket = channel;
            answerPoll(NOOP.write());
            ready();
        } else {
            var _ = channel.close();
        }
    }

    private static void writeAlone(Channel channel, EnginePacket packet) {
        var _ =
                channel.writeAndFlush(
                        Unpooled.wrappedBuffer(EngineItem.of(packet).as(EngineItem.SOCKET)));
    }

    /** A WebSocket is gone: with it the session, unless it was only tried. */
    void lost(Channel channel) {
        if (channel.equals(socket)) {
            abort();
        } else {
            probing = false;
            ready();
        }
    }

    /** Whether it has moved to a WebSocket. From any thread. */
    boolean isOnSocket() {
        return socket != null;
    }

    /** A WebSocket that wants to be tried, which is too late after the move. */
    void joins(Channel channel) {
        if (over || (socket != null && !channel.equals(socket))) {
            var _ = channel.close();
        }
    }

    @Override
    void reading(boolean on) {
        Channel open = socket;
        if (open != null) {
            var _ = open.config().setAutoRead(on);
        }
    }

    @Override
    boolean isWritable() {
        return socket != null || (poll != null && !probing);
    }

    @Override
    void write(Pending todo) {
        Channel open = socket;
        if (open == null) {
            answerPoll(pass().joined(todo, EngineItem.POLL, visits.allocator()).skipBytes(1));
            written();
            return;
        }
        write(open, todo, EngineItem.SOCKET);
    }

    @Override
    void writeEnd(Ending how) {
        Channel open = socket;
        if (open == null) {
            if (poll == null) {
                return; // the next poll finds no session
            }
            answerPoll(CLOSE.write());
            abort();
        } else {
            var _ =
                    open.writeAndFlush(Unpooled.wrappedBuffer(Frames.close(how.code(), how.text())))
                            .addListener(written -> abort());
        }
    }

    @Override
    void abort() {
        if (over) {
            return;
        }
        over = true;
        if (poll != null) {
            answerPoll(CLOSE.write());
        }
        Channel open = socket;
        if (open != null) {
            var _ = open.close();
        }
        gone();
        whenGone.accept(this);
        app.gone();
    }
}
