package io.github.simplechat.relay.netty;

import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.platform.web.ProblemWriter;
import io.github.simplechat.relay.gateway.SocketLimits;
import io.github.simplechat.relay.socketio.BadPacket;
import io.github.simplechat.relay.socketio.EnginePacket;
import io.github.simplechat.relay.socketio.EnginePacket.Kind;
import io.github.simplechat.relay.socketio.SocketEvents;
import io.github.simplechat.relay.socketio.SocketPacket;
import io.github.simplechat.relay.socketio.SocketSession;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server that the public test suites of both protocols can be run against: it echoes, with short
 * heartbeats. Engine.IO alone at {@code /engine.io/}, Socket.IO at {@code /socket.io/}.
 */
public final class EchoServer implements AutoCloseable {

    private static final Duration PING_INTERVAL = Duration.ofMillis(300);
    private static final Duration PING_TIMEOUT = Duration.ofMillis(200);
    private static final int MAX_PAYLOAD = 1_000_000;

    private final EventLoops loops = EventLoops.start();
    private final LiveServer server;

    /** One with the heartbeats that the public suites expect. */
    public EchoServer(int port) {
        this(port, PING_INTERVAL, PING_TIMEOUT);
    }

    EchoServer(int port, Duration pingInterval, Duration pingTimeout) {
        EngineSettings settings =
                new EngineSettings(
                        new SocketLimits(MAX_PAYLOAD, MAX_PAYLOAD, false),
                        pingInterval,
                        pingTimeout,
                        Duration.ofSeconds(1),
                        Set.of("*"));
        WritePasses passes = new WritePasses();
        server =
                new LiveServer(
                        loops,
                        new InetSocketAddress(port),
                        List.of(
                                new EnginePlace(
                                        "/engine.io/",
                                        (visit, admitted) ->
                                                admitted.accept(session ->
                                                        new EngineEcho(session, settings)),
                                        passes,
                                        settings),
                                new EnginePlace(
                                        "/socket.io/",
                                        (visit, admitted) ->
                                                admitted.accept(session ->
                                                        new SocketEcho(session, settings)),
                                        passes,
                                        settings)),
                        new ProblemWriter(ChatJson.mapper()),
                        MAX_PAYLOAD);
        server.start();
    }

    public int port() {
        return server.port();
    }

    /** For a suite that somebody runs by hand: stays until it is stopped. */
    public static void main(String... args) throws InterruptedException {
        try (EchoServer server = new EchoServer(3000)) {
            System.out.println("echo on port " + server.port());
            Thread.currentThread().join();
        }
    }

    @Override
    public void close() {
        server.stop();
        loops.close();
    }

    /** Pings, and gives up who does not answer. */
    private abstract static class Beating implements EngineApp {

        private final EngineSession session;
        private final long timeoutMillis;
        private final ScheduledFuture<?> pings;
        private boolean waiting;

        Beating(EngineSession session, EngineSettings settings) {
            this.session = session;
            this.timeoutMillis = settings.pingTimeout().toMillis();
            long interval = settings.pingInterval().toMillis();
            this.pings =
                    session.pass()
                            .loop()
                            .scheduleAtFixedRate(
                                    this::beat, interval, interval, TimeUnit.MILLISECONDS);
        }

        private void beat() {
            waiting = true;
            session.ping();
            var _ =
                    session.pass()
                            .loop()
                            .schedule(this::check, timeoutMillis - 10, TimeUnit.MILLISECONDS);
        }

        private void check() {
            if (waiting) {
                session.abort();
            }
        }

        @Override
        public void heard() {
            waiting = false;
        }

        @Override
        public void gone() {
            pings.cancel(false);
        }
    }

    private static final class EngineEcho extends Beating {

        private final EngineSession session;

        EngineEcho(EngineSession session, EngineSettings settings) {
            super(session, settings);
            this.session = session;
        }

        @Override
        public void text(String message) {
            session.put(new EnginePacket.Text(Kind.MESSAGE, message));
        }

        @Override
        public void binary(byte[] message) {
            session.put(new EnginePacket.Binary(message));
        }

        @Override
        public boolean isUsed() {
            return true;
        }
    }

    private static final class SocketEcho extends Beating implements SocketEvents {

        private static final Set<String> NAMESPACES = Set.of("/", "/custom");

        private final SocketSession packets;

        SocketEcho(EngineSession session, EngineSettings settings) {
            super(session, settings);
            packets = new SocketSession(this, session::put, MAX_PAYLOAD);
        }

        @Override
        public void text(String message) throws BadPacket {
            packets.text(message);
        }

        @Override
        public void binary(byte[] message) throws BadPacket {
            packets.binary(message);
        }

        @Override
        public boolean isUsed() {
            return packets.isUsed();
        }

        @Override
        public void connect(String namespace, String auth) {
            if (NAMESPACES.contains(namespace)) {
                packets.accept(namespace, "id");
                packets.send(
                        SocketPacket.of(
                                SocketPacket.Kind.EVENT,
                                namespace,
                                "[\"auth\"," + (auth.isEmpty() ? "{}" : auth) + "]"));
            } else {
                packets.refuse(namespace, "{\"message\":\"Invalid namespace\"}");
            }
        }

        @Override
        public void event(SocketPacket packet, List<byte[]> attachments) {
            boolean acknowledges = packet.data().startsWith("[\"message-with-ack\",");
            boolean binary = !attachments.isEmpty();
            packets.send(
                    acknowledges
                            ? new SocketPacket(
                                    binary ? SocketPacket.Kind.BINARY_ACK : SocketPacket.Kind.ACK,
                                    attachments.size(),
                                    packet.namespace(),
                                    packet.id(),
                                    packet.data().replace("\"message-with-ack\",", ""))
                            : new SocketPacket(
                                    packet.kind(),
                                    attachments.size(),
                                    packet.namespace(),
                                    packet.id(),
                                    packet.data().replace("\"message\"", "\"message-back\"")),
                    attachments.toArray(byte[][]::new));
        }

        @Override
        public void disconnected(String namespace) {}
    }
}
