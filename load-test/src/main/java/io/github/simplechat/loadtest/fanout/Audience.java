package io.github.simplechat.loadtest.fanout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** Listeners whose connections one thread reads, so that also those who wait answer pings. */
final class Audience implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

    Audience() throws IOException {
        selector = Selector.open();
    }

    /** Connects one more. */
    void join(Peer peer, String token, String room, Listener.Told told) throws IOException {
        Listener listener = Listener.connect(peer, token, room, told);
        listener.channel().register(selector, SelectionKey.OP_READ, listener);
    }

    /** Reads what has come; waits so long for the first of it. */
    void listen(long millis) throws IOException {
        if (millis > 0) {
            selector.select(millis);
        } else {
            selector.selectNow();
        }
        for (SelectionKey key : selector.selectedKeys()) {
            ((Listener) key.attachment()).read(buffer);
        }
        selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
