package io.github.simplechat.loadtest.live;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The live feed over Socket.IO, on a WebSocket from the beginning. To its user, frames look as on a
 * plain WebSocket.
 */
public final class SocketIoLiveFeed implements LiveFeed {

    /** Where the WebSocket is opened. */
    public static final String PATH = "/socket.io/?EIO=4&transport=websocket";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PING = "2";
    private static final String PONG = "3";
    private static final String OPEN = "0";
    private static final String CONNECT = "40";
    private static final String EVENT = "42";
    private static final int WAIT_SECONDS = 10;

    private final LiveFeed sockets;

    /** On WebSockets that are opened at {@link #PATH}. */
    public SocketIoLiveFeed(LiveFeed sockets) {
        this.sockets = sockets;
    }

    @Override
    public Session open(String token, Receiver receiver) throws IOException, InterruptedException {
        Packets packets = new Packets(receiver);
        Session socket = sockets.open(token, packets);
        try {
            packets.await(packets.greeted);
            packets.socket = socket;
            socket.send(CONNECT);
            packets.await(packets.joined);
            return new PacketSession(socket);
        } catch (IOException | InterruptedException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private record PacketSession(Session socket) implements Session {

        @Override
        public void send(String frame) throws IOException, InterruptedException {
            JsonNode read = JSON.readTree(frame);
            socket.send(
                    EVENT
                            + JSON.writeValueAsString(
                                    new Object[] {
                                        read.path("topic").asString(), read.path("data")
                                    }));
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private static final class Packets implements Receiver {

        private final Receiver receiver;
        private final CountDownLatch greeted = new CountDownLatch(1);
        private final CountDownLatch joined = new CountDownLatch(1);
        private volatile @Nullable Session socket;
        private volatile boolean over;

        Packets(Receiver receiver) {
            this.receiver = receiver;
        }

        void await(CountDownLatch step) throws IOException, InterruptedException {
            if (!step.await(WAIT_SECONDS, TimeUnit.SECONDS) || over) {
                throw new IOException("the live feed does not let a Socket.IO client in");
            }
        }

        @Override
        public void frame(String packet) {
            if (packet.startsWith(EVENT)) {
                event(packet.substring(EVENT.length()));
            } else if (packet.startsWith(CONNECT)) {
                joined.countDown();
            } else if (packet.startsWith(OPEN)) {
                greeted.countDown();
            } else if (packet.equals(PING)) {
                Thread.startVirtualThread(this::pong);
            }
        }

        private void event(String array) {
            String frame;
            try {
                JsonNode event = JSON.readTree(array);
                frame =
                        JSON.writeValueAsString(
                                Map.of("topic", event.path(0), "data", event.path(1)));
            } catch (JacksonException e) {
                frame = array; // whoever reads it will say that it is none
            }
            receiver.frame(frame);
        }

        private void pong() {
            Session open = socket;
            if (open == null) {
                return;
            }
            try {
                open.send(PONG);
            } catch (IOException e) {
                open.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void closed(int code, String reason) {
            over = true;
            greeted.countDown();
            joined.countDown();
            receiver.closed(code, reason);
        }
    }
}
