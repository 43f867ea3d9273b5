package io.github.simplechat.relay.testing;

import io.github.simplechat.platform.json.ChatJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A WebSocket client that keeps every frame it gets. */
public final class TestClient implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP;

    static {
        // Small, so that a client that does not read is soon noticed.
        System.setProperty("jdk.httpclient.receiveBufferSize", "16384");
        HTTP = HttpClient.newHttpClient();
    }

    private final List<String> frames = Collections.synchronizedList(new ArrayList<>());
    private final StringBuilder piece = new StringBuilder();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final boolean reading;
    private @Nullable WebSocket socket;

    private TestClient(boolean reading) {
        this.reading = reading;
    }

    public static TestClient connect(URI address, @Nullable String token) {
        return connect(HTTP, address, token, true);
    }

    /** A client that connects from where the HTTP client does. */
    public static TestClient connect(HttpClient http, URI address, String token) {
        return connect(http, address, token, true);
    }

    /** A client that does not read before {@link #read} is called. */
    public static TestClient notReading(URI address, String token) {
        return connect(HTTP, address, token, false);
    }

    private static TestClient connect(
            HttpClient http, URI address, @Nullable String token, boolean reading) {
        TestClient client = new TestClient(reading);
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        client.socket = builder.buildAsync(address, client).join();
        return client;
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        if (reading) {
            webSocket.request(Long.MAX_VALUE);
        }
    }

    public void read() {
        socket().request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        piece.append(data);
        if (last) {
            frames.add(piece.toString());
            piece.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        pings.incrementAndGet();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closeCode.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closeCode.completeExceptionally(error);
    }

    public void sendText(String frame) {
        socket().sendText(frame, true).join();
    }

    public void sendBinary(byte... bytes) {
        socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** Sends a request on topic {@code event.client}; single quotes stand for double ones. */
    public void request(String data) {
        sendText("{\"topic\":\"event.client\",\"data\":" + data.replace('\'', '"') + "}");
    }

    public void listen(UUID room) {
        request("{'type':'chat','roomId':'%s'}".formatted(room));
    }

    public void listen(UUID room, long since) {
        request("{'type':'chat','roomId':'%s','since':%d}".formatted(room, since));
    }

    /** Waits for at least that many frames and gives all there are. */
    public List<String> await(int count) {
        awaitCount(count);
        return snapshot();
    }

    public void awaitCount(int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> frames.size() >= count);
    }

    private List<String> snapshot() {
        return List.of(frames.toArray(String[]::new));
    }

    /** The {@code data} of frame {@code index}, which is waited for. */
    public JsonNode data(int index) {
        return data(await(index + 1).get(index));
    }

    public static JsonNode data(String frame) {
        JsonNode json = ChatJson.mapper().readTree(frame);
        return json.get("data");
    }

    /** The versions of all pushed frames, in the order of their arrival. */
    public List<Long> versions() {
        return snapshot().stream()
                .map(TestClient::data)
                .filter(data -> data.has("relay-type"))
                .map(data -> data.get("version").longValue())
                .toList();
    }

    /** The versions of all pushed frames of rooms, in the order of their arrival. */
    public Map<UUID, List<Long>> versionsByRoom() {
        Map<UUID, List<Long>> versions = new HashMap<>();
        for (String frame : snapshot()) {
            JsonNode data = data(frame);
            if (data.path("relay-type").asString("").equals("chat")) {
                versions.computeIfAbsent(
                                UUID.fromString(data.get("roomId").stringValue()),
                                room -> new ArrayList<>())
                        .add(data.get("version").longValue());
            }
        }
        return versions;
    }

    /** How many frames came. */
    public int count() {
        return frames.size();
    }

    public void awaitVersion(long version) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> versions().contains(version));
    }

    public int closeCode() {
        Awaitility.await().atMost(PATIENCE).until(closeCode::isDone);
        return closeCode.join();
    }

    public boolean isClosed() {
        return closeCode.isDone();
    }

    public int pings() {
        return pings.get();
    }

    private WebSocket socket() {
        return Objects.requireNonNull(socket);
    }

    @Override
    public void close() {
        socket().abort();
    }
}
