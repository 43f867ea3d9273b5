package io.github.simplechat.relay.servlet;

import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.relay.gateway.Addresses;
import io.github.simplechat.relay.gateway.Client;
import io.github.simplechat.relay.gateway.CloseReason;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.gateway.SocketLimits;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/**
 * The gateway's engine on any servlet container. Frames come in pieces as long as the container's
 * buffer, so that an idle connection needs only a small one.
 */
public final class ServletEngine extends AbstractWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(ServletEngine.class);
    private static final String SOCKET = "relay.socket";

    private final Gateway gateway;
    private final Executor writers;
    private final SocketLimits limits;
    private final Addresses addresses;

    private record Socket(ServletConnection connection, Client client, Inbox inbox) {}

    /**
     * An engine for a gateway.
     *
     * @param writers runs what may block on a socket
     */
    public ServletEngine(
            Gateway gateway, Executor writers, SocketLimits limits, Addresses addresses) {
        this.gateway = gateway;
        this.writers = writers;
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        ServletConnection connection =
                new ServletConnection(
                        session,
                        caller(session),
                        address(session),
                        writers,
                        limits.outgoingBytes());
        Socket socket =
                new Socket(connection, gateway.open(connection), new Inbox(limits.frameBytes()));
        session.getAttributes().put(SOCKET, socket);
    }

    /** The container has looked behind the proxies already. */
    private @Nullable String address(WebSocketSession session) {
        InetSocketAddress remote = session.getRemoteAddress();
        return remote == null || remote.isUnresolved()
                ? null
                : addresses.of(remote.getAddress(), null);
    }

    /** The security chain lets nobody through to the handshake without one. */
    private static Caller caller(WebSocketSession session) {
        if (session.getPrincipal() instanceof Authentication known
                && known.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("A socket was opened without a token");
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage piece) {
        Socket socket = socket(session);
        Inbox inbox = socket.inbox();
        if (!inbox.add(piece.getPayload())) {
            socket.connection().close(CloseReason.FRAME_TOO_LONG);
        } else if (piece.isLast()) {
            socket.client().received(inbox.take());
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage piece) {
        if (piece.isLast()) {
            socket(session).client().receivedBinary();
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage pong) {
        socket(session).client().heard();
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        log.debug("A connection broke: {}", failure.getMessage());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Socket socket = find(session);
        if (socket != null) {
            socket.connection().ended();
            socket.client().closed();
        }
    }

    private static Socket socket(WebSocketSession session) {
        return Objects.requireNonNull(find(session), "a frame before the connection");
    }

    private static @Nullable Socket find(WebSocketSession session) {
        return session.getAttributes().get(SOCKET) instanceof Socket socket ? socket : null;
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }
}
