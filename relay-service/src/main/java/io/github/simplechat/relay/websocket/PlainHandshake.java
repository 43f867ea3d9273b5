package io.github.simplechat.relay.websocket;

import java.util.List;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/**
 * A handshake that agrees to no extension. Compression would cost each connection its own window of
 * memory, for frames of 300 bytes, and would let a client send a frame that unpacks to far more.
 */
final class PlainHandshake extends DefaultHandshakeHandler {

    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
            ServerHttpRequest request,
            List<WebSocketExtension> requested,
            List<WebSocketExtension> supported) {
        return List.of();
    }
}
