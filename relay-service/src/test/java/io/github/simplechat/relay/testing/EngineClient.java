package io.github.simplechat.relay.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A WebSocket that sends and receives packets of Engine.IO as they are. */
public final class EngineClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> packets = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final StringBuilder piece = new StringBuilder();
    private final WebSocket socket;

    public EngineClient(URI address) {
        this(HTTP, address);
    }

    EngineClient(HttpClient http, URI address) {
        socket = http.newWebSocketBuilder().buildAsync(address, this).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        piece.append(data);
        if (last) {
            packets.add(piece.toString());
            piece.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        packets.add(Arrays.toString(bytes));
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.countDown();
    }

    public void send(String packet) {
        socket.sendText(packet, true).join();
    }

    public void sendBytes(int... bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length);
        Arrays.stream(bytes).forEach(one -> buffer.put((byte) one));
        socket.sendBinary(buffer.flip(), true).join();
    }

    /** The next packet; {@code nothing} when none comes. */
    public String next() {
        try {
            String packet = packets.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return packet == null ? "nothing" : packet;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String nextButPings() {
        String packet = next();
        return packet.equals("2") ? nextButPings() : packet;
    }

    /** Whether the server closes it, which is waited for. */
    public boolean isClosed() {
        try {
            return closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
