package io.github.simplechat.relay.netty;

import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.platform.security.InvalidToken;
import io.github.simplechat.platform.security.TokenVerifier;
import io.github.simplechat.relay.gateway.Client;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.socketio.BadPacket;
import io.github.simplechat.relay.socketio.SocketEvents;
import io.github.simplechat.relay.socketio.SocketPacket;
import io.github.simplechat.relay.socketio.SocketPacket.Kind;
import io.github.simplechat.relay.socketio.SocketSession;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A session that carries feeds: the default namespace is one client of the gateway. */
final class RelayApp implements EngineApp, SocketEvents {

    private static final JsonMapper JSON = ChatJson.mapper();

    private static final Ending LEFT = new Ending(1000, "", true);

    private final Gateway gateway;
    private final TokenVerifier tokens;
    private final Executor workers;
    private final EngineSession session;
    private final Requests requests;
    private final SocketSession packets;
    private final @Nullable String address;
    private final Runnable noStranger;
    private @Nullable Caller caller;
    private @Nullable Client client;
    private boolean over;

    RelayApp(
            Gateway gateway,
            TokenVerifier tokens,
            Executor workers,
            EngineSession session,
            @Nullable Caller caller,
            @Nullable String address,
            Runnable noStranger,
            int frameBytes) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.workers = workers;
        this.session = session;
        this.caller = caller;
        this.address = address;
        this.noStranger = noStranger;
        this.requests = new Requests(session, workers);
        this.packets = new SocketSession(this, session::put, frameBytes);
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
        if (!SocketPacket.DEFAULT.equals(namespace)) {
            packets.refuse(namespace, "{\"message\":\"Invalid namespace\"}");
        } else if (caller != null) {
            enter(caller);
        } else {
            workers.execute(() -> verify(auth));
        }
    }

    private void verify(String auth) {
        try {
            Caller proven = tokens.verify(token(auth));
            session.pass().loop().execute(() -> enter(proven));
        } catch (InvalidToken e) {
            String why =
                    JSON.createObjectNode()
                            .put("message", e.detail())
                            .set("data", JSON.createObjectNode().put("code", "unauthenticated"))
                            .toString();
            session.pass().loop().execute(() -> packets.refuse(SocketPacket.DEFAULT, why));
        }
    }

    private static String token(String auth) {
        try {
            JsonNode token = auth.isEmpty() ? null : JSON.readTree(auth).path("token");
            if (token != null && token.isString()) {
                return token.stringValue();
            }
        } catch (JacksonException e) {
            throw new InvalidToken("What comes with the connection is not JSON.");
        }
        throw new InvalidToken(
                "Send an access token as 'auth.token' or 'Authorization: Bearer …'.");
    }

    private void enter(Caller proven) {
        if (over) {
            return;
        }
        caller = proven;
        noStranger.run();
        session.belongsTo(proven, address);
        packets.accept(SocketPacket.DEFAULT, session.id());
        client = gateway.open(session);
    }

    @Override
    public void event(SocketPacket packet, List<byte[]> attachments) {
        Client known = client;
        if (known == null) {
            return;
        }
        requests.add(() -> {
            if (attachments.isEmpty()) {
                known.received(frame(packet.data()));
            } else {
                known.receivedBinary();
            }
            acknowledge(packet);
        });
    }

    /** An event as a frame of a plain WebSocket; what is no event becomes no frame either. */
    private static String frame(String array) {
        try {
            JsonNode event = JSON.readTree(array);
            return JSON.createObjectNode()
                    .set("topic", event.path(0))
                    .set("data", event.path(1))
                    .toString();
        } catch (JacksonException e) {
            return array;
        }
    }

    private void acknowledge(SocketPacket packet) {
        if (packet.id() != null) {
            packets.send(new SocketPacket(Kind.ACK, 0, packet.namespace(), packet.id(), "[]"));
        }
    }

    @Override
    public void disconnected(String namespace) {
        leave();
        session.end(LEFT);
    }

    @Override
    public void heard() {
        if (client != null) {
            client.heard();
        }
    }

    @Override
    public void gone() {
        over = true;
        noStranger.run();
        leave();
    }

    private void leave() {
        Client known = client;
        client = null;
        if (known != null) {
            known.closed();
        }
    }
}
