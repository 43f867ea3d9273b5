package io.github.simplechat.relay.gateway;

import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.relay.testing.TestClient;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A connection that keeps what it is told. Its outgoing side has room for everything. */
final class RecordingConnection implements Connection {

    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final Caller caller;
    private volatile @Nullable CloseReason closed;
    private @Nullable String address;

    RecordingConnection from(String origin) {
        address = origin;
        return this;
    }

    RecordingConnection(UUID userId, Instant issuedAt, Instant expiresAt) {
        this.caller = new Caller(userId, Set.of(), issuedAt, expiresAt);
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public @Nullable String address() {
        return address;
    }

    @Override
    public @Nullable String endedBy() {
        return closed == null ? null : closed.text();
    }

    @Override
    public void send(Frame frame) {
        if (closed == null) {
            frames.add(frame);
        }
    }

    @Override
    public void ping() {
        pings.incrementAndGet();
    }

    @Override
    public void close(CloseReason reason) {
        if (closed == null) {
            closed = reason;
        }
    }

    @Override
    public boolean awaitRoom() {
        return closed == null;
    }

    List<Frame> frames() {
        return frames;
    }

    List<JsonNode> data() {
        return frames.stream().map(Frame::text).map(TestClient::data).toList();
    }

    JsonNode lastData() {
        return data().getLast();
    }

    /** The versions of the pushed frames, in order. */
    List<Long> versions() {
        return data().stream()
                .filter(data -> data.has("relay-type"))
                .map(data -> data.get("version").longValue())
                .toList();
    }

    int pings() {
        return pings.get();
    }

    @Nullable CloseReason closed() {
        return closed;
    }
}
