package io.github.simplechat.relay.socketio;

import io.github.simplechat.relay.socketio.SocketPacket.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Socket.IO side of one Engine.IO session: which namespaces the client is in, and packets that
 * wait for their attachments. Used by one thread at a time; useless after a {@link BadPacket}.
 */
public final class SocketSession {

    private static final int MOST_ATTACHMENTS = 10;

    private final Set<String> asked = new HashSet<>(2);
    private final Set<String> joined = new HashSet<>(2);
    private final SocketEvents events;
    private final Consumer<EnginePacket> out;
    private final int limit;
    private final List<byte[]> attachments = new ArrayList<>(0);
    private @Nullable SocketPacket incomplete;

    /**
     * A session whose client is in no namespace.
     *
     * @param out takes what is to be sent to the client
     * @param limit how many bytes the attachments of one packet may have together
     */
    public SocketSession(SocketEvents events, Consumer<EnginePacket> out, int limit) {
        this.events = events;
        this.out = out;
        this.limit = limit;
    }

    /** Takes a message of text. */
    public void text(String message) throws BadPacket {
        if (incomplete != null) {
            throw new BadPacket("text where bytes were announced");
        }
        SocketPacket packet = SocketPacket.read(message);
        switch (packet.kind()) {
            case CONNECT -> connect(packet);
            case DISCONNECT -> disconnect(packet.namespace());
            case EVENT, ACK, BINARY_EVENT, BINARY_ACK -> data(packet);
            case CONNECT_ERROR -> throw new BadPacket("a packet that only servers send");
        }
    }

    private void connect(SocketPacket packet) throws BadPacket {
        if (!packet.data().isEmpty() && !packet.data().startsWith("{")) {
            throw new BadPacket("what a client knows must be an object");
        }
        if (joined.contains(packet.namespace()) || !asked.add(packet.namespace())) {
            throw new BadPacket("a second time into the same namespace");
        }
        events.connect(packet.namespace(), packet.data());
    }

    private void disconnect(String namespace) {
        if (joined.remove(namespace)) {
            events.disconnected(namespace);
        }
    }

    private void data(SocketPacket packet) throws BadPacket {
        if (!packet.data().startsWith("[") || !packet.data().endsWith("]")) {
            throw new BadPacket("data that is no array");
        }
        if (!joined.contains(packet.namespace())) {
            throw new BadPacket("data in a namespace that the client is not in");
        }
        if (packet.attachments() > MOST_ATTACHMENTS) {
            throw new BadPacket("too many attachments");
        }
        if (packet.attachments() > 0) {
            incomplete = packet;
        } else {
            complete(packet, List.of());
        }
    }

    /** Takes a message of bytes. */
    public void binary(byte[] bytes) throws BadPacket {
        SocketPacket packet = incomplete;
        if (packet == null) {
            throw new BadPacket("bytes that nobody announced");
        }
        attachments.add(bytes);
        if (attachments.stream().mapToLong(part -> part.length).sum() > limit) {
            throw new BadPacket("attachments that are too long");
        }
        if (attachments.size() == packet.attachments()) {
            List<byte[]> all = List.copyOf(attachments);
            attachments.clear();
            incomplete = null;
            complete(packet, all);
        }
    }

    private void complete(SocketPacket packet, List<byte[]> all) {
        // The server asks for no acknowledgements, so one from a client has nobody to go to.
        if (packet.kind() == Kind.EVENT || packet.kind() == Kind.BINARY_EVENT) {
            events.event(packet, all);
        }
    }

    /** Lets the client into a namespace that it asked for. */
    public void accept(String namespace, String id) {
        if (asked.remove(namespace)) {
            joined.add(namespace);
            send(SocketPacket.of(Kind.CONNECT, namespace, "{\"sid\":\"" + id + "\"}"));
        }
    }

    /**
     * Does not let it in.
     *
     * @param why a JSON object with a {@code message}
     */
    public void refuse(String namespace, String why) {
        if (asked.remove(namespace)) {
            send(SocketPacket.of(Kind.CONNECT_ERROR, namespace, why));
        }
    }

    /** Whether the client is in a namespace. */
    public boolean isUsed() {
        return !joined.isEmpty();
    }

    /** Sends a packet and what is attached to it. */
    public void send(SocketPacket packet, byte[]... bytes) {
        out.accept(EnginePacket.message(packet.write()));
        for (byte[] part : bytes) {
            out.accept(new EnginePacket.Binary(part));
        }
    }
}
