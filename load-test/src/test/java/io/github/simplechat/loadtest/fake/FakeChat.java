package io.github.simplechat.loadtest.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The public API in memory on a free port, as the contract describes it. */
public final class FakeChat implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    final Set<Fault> faults = EnumSet.noneOf(Fault.class);
    final Map<String, FakeRoom> rooms = new ConcurrentHashMap<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, String> userIds = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger commands = new AtomicInteger();
    private final FakeApi api = new FakeApi(this);
    private final InMemoryLiveFeed feed = new InMemoryLiveFeed(this, faults);
    private final HttpServer server;
    private volatile Troubles troubles = Troubles.NONE;
    private volatile boolean onSends;
    private volatile long lastSeqOfPlay = -1;

    /** Starts it, with these faults. */
    public FakeChat(Fault... faults) {
        this.faults.addAll(Set.of(faults));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Makes the administrator, as an operator would. */
    public void register() {
        register("admin", "admin");
    }

    public void troubles(Troubles now) {
        troubles = now;
        commands.set(0);
    }

    /** The same, but only sends are in trouble, and counted. */
    public void troublesOnSends(Troubles now) {
        onSends = true;
        troubles(now);
    }

    /** How many commands were asked for since the troubles were set. */
    public int commands() {
        return commands.get();
    }

    public URI url() {
        return URI.create(
                "http://"
                        + server.getAddress().getHostString()
                        + ":"
                        + server.getAddress().getPort());
    }

    public InMemoryLiveFeed feed() {
        return feed;
    }

    /** For the fault that loses the very last frame. */
    public void lastSeqOfPlay(long seq) {
        lastSeqOfPlay = seq;
    }

    long lastSeqOfPlay() {
        return lastSeqOfPlay;
    }

    FakeRoom room(String id) {
        return rooms.get(id);
    }

    /** How many changes all rooms have. */
    public long changes() {
        return rooms.values().stream().mapToLong(room -> room.version() + 1).sum();
    }

    public Collection<String> usernames() {
        return userIds.keySet();
    }

    String userOf(String token) {
        return tokens.get(token);
    }

    boolean register(String username, String password) {
        if (passwords.putIfAbsent(username, password) != null) {
            return false;
        }
        userIds.put(username, UUID.randomUUID().toString());
        return true;
    }

    boolean knows(String username, String password) {
        return password.equals(passwords.get(username));
    }

    Map<String, Object> tokens(String username) {
        String token = UUID.randomUUID().toString();
        String userId = userIds.get(username);
        tokens.put(token, userId);
        return Map.of("userId", userId, "accessToken", token, "expiresIn", 900);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode body = text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            String path = exchange.getRequestURI().getPath();
            boolean command =
                    !exchange.getRequestMethod().equals("GET")
                            && path.startsWith("/v1/rooms")
                            && (!onSends || path.endsWith("/messages"));
            int number = command ? commands.incrementAndGet() : 0;
            boolean trouble = troubles.every() > 0 && command && number % troubles.every() == 0;
            if (command && number > troubles.stopAfter()) {
                if (troubles.applied() && number == troubles.stopAfter() + 1) {
                    api.answer(exchange, body);
                }
                return;
            }
            answer(exchange, trouble ? inTrouble(exchange, body) : api.answer(exchange, body));
        }
    }

    private FakeApi.Answer inTrouble(HttpExchange exchange, JsonNode body) {
        return switch (troubles.kind()) {
            case AWAY -> new FakeApi.Answer(503, Map.of("code", "projection-behind"));
            case SLOW_DOWN -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                yield new FakeApi.Answer(429, Map.of("code", "rate-limited"));
            }
            case ANSWER_LOST -> {
                var _ = api.answer(exchange, body);
                yield new FakeApi.Answer(503, Map.of());
            }
            case CONNECTION_CUT -> {
                var _ = api.answer(exchange, body);
                yield new FakeApi.Answer(0, Map.of());
            }
            case TOKEN_EXPIRED -> {
                tokens.clear();
                yield new FakeApi.Answer(401, Map.of("code", "unauthenticated"));
            }
        };
    }

    private static void answer(HttpExchange exchange, FakeApi.Answer answer) throws IOException {
        if (answer.status() == 0) {
            return;
        }
        byte[] bytes = JSON.writeValueAsBytes(answer.body());
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
