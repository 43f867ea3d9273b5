package io.github.simplechat.relay.socketio;

import java.util.List;

/** Hears what happens in a {@link SocketSession}. */
public interface SocketEvents {

    /**
     * A client wants to come into a namespace. To be answered by {@link SocketSession#accept} or
     * {@link SocketSession#refuse}, now or later.
     *
     * @param auth a JSON object with what the client knows, or nothing
     */
    void connect(String namespace, String auth);

    /**
     * A client in a namespace emitted something.
     *
     * @param packet an event: its data is JSON that begins as an array
     * @param attachments the bytes for the places in the data, in order
     */
    void event(SocketPacket packet, List<byte[]> attachments);

    /** A client left a namespace. */
    void disconnected(String namespace);
}
