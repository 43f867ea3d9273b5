package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.testing.Nginx;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.SocketIoClient;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.stores.EmbeddedRedis;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two nodes behind a real nginx with the configuration that is shipped. Skipped, and said so, where
 * there is no nginx.
 */
@SuppressWarnings("NullAway") // all is set before the first test
class BehindNginxTest {

    private static final int CLIENTS = 8;
    private static final long HISTORY = 20;
    private static final Duration FAREWELL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static EmbeddedRedis redis;
    private static RelayProcess one;
    private static RelayProcess other;

    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();
    private final List<HttpClient> clients = new ArrayList<>();
    private final List<SocketIoClient> pollers = new ArrayList<>();
    private Nginx nginx;

    @BeforeAll
    static void start() {
        assumeThat(Nginx.isInstalled()).as("nginx is installed").isTrue();
        redis = EmbeddedRedis.temporary();
        one = node();
        other = node();
    }

    /** Believes nginx and nobody else, so every source address of this machine counts. */
    private static RelayProcess node() {
        return new RelayProcess(
                redis.url(),
                "--CHAT_TRUSTED_PROXIES=127.0.0.1/32",
                "--chat.relay.connections-per-address=1");
    }

    @AfterAll
    static void stop() {
        if (redis != null) {
            one.close();
            other.close();
            redis.close();
        }
    }

    @AfterEach
    void leave() {
        try (Nginx _ = nginx) {
            pollers.forEach(SocketIoClient::close);
            clients.forEach(HttpClient::shutdownNow);
            await().until(() -> size(one) + size(other) == 0);
        }
    }

    @Test
    void websockets_need_no_sticky_sessions_and_all_hear_the_room_on_whatever_node()
            throws Exception {
        one.append(room(room, ada));
        nginx = Nginx.before(one, other);
        List<TestClient> sockets = sources().map(source -> socket(from(source))).toList();
        sockets.forEach(socket -> socket.listen(room));
        sockets.forEach(socket -> socket.awaitCount(1));
        assertThat(size(one)).isEqualTo(CLIENTS / 2);
        assertThat(size(other)).isEqualTo(CLIENTS / 2);
        one.append(sent(room, ada, 1));
        for (TestClient socket : sockets) {
            socket.awaitVersion(2);
            assertThat(socket.versions()).containsExactly(2L);
        }
    }

    @Test
    void nginx_says_whose_a_connection_is() throws Exception {
        nginx = Nginx.before(one, other);
        HttpClient everyTime = from(1);
        List<TestClient> sockets = Stream.generate(() -> socket(everyTime)).limit(3).toList();
        await().until(() -> sockets.stream().anyMatch(TestClient::isClosed));
        assertThat(sockets.stream().filter(TestClient::isClosed).map(TestClient::closeCode))
                .containsExactly(1013);
    }

    @Test
    void polls_of_an_address_reach_one_node_and_so_does_the_move_to_a_websocket() throws Exception {
        one.append(room(room, ada));
        one.append(sent(room, ada, 1, HISTORY));
        nginx = Nginx.before(one, other);
        sources().forEach(source -> poller(from(source)));
        for (SocketIoClient poller : pollers) {
            poller.listen(room, FeedReader.NO_VERSION);
            poller.awaitVersion(HISTORY + 1);
        }
        one.append(sent(room, ada, HISTORY + 1));
        pollers.forEach(poller -> poller.awaitVersion(HISTORY + 2));
        pollers.forEach(SocketIoClient::moveToWebSocket);
        other.append(sent(room, ada, HISTORY + 2));
        for (SocketIoClient poller : pollers) {
            poller.awaitVersion(HISTORY + 3);
            assertThat(poller.versions()).isEqualTo(versions(HISTORY + 3));
        }
        assertThat(size(one)).isPositive();
        assertThat(size(other)).isPositive();
        assertThat(size(one) + size(other)).isEqualTo(CLIENTS);
    }

    @Test
    void who_was_on_a_node_that_leaves_resumes_on_the_other_without_a_hole_or_a_repeat()
            throws Exception {
        one.append(room(room, ada));
        one.append(sent(room, ada, 1, HISTORY));
        RelayProcess leaving = node();
        nginx = Nginx.before(one, leaving);
        List<Follower> followers = sources().map(source -> new Follower(from(source))).toList();
        List<Poller> polling = sources().map(source -> new Poller(from(CLIENTS + source))).toList();
        followers.forEach(follower -> follower.awaitVersion(HISTORY + 1));
        polling.forEach(poller -> poller.awaitVersion(HISTORY + 1));
        assertThat(size(leaving)).isGreaterThan(CLIENTS / 2);

        // From here on until it is closed, the node answers every handshake with 503.
        leaving.bean(Gateway.class).drain(Duration.ofMillis(100), FAREWELL);
        one.append(sent(room, ada, HISTORY + 1, 2 * HISTORY));
        followers.forEach(follower -> follower.awaitVersion(2 * HISTORY + 1));
        polling.forEach(poller -> poller.awaitVersion(2 * HISTORY + 1));
        assertThat(followers.stream().filter(Follower::cameBack)).hasSize(CLIENTS / 2);
        assertThat(polling).anyMatch(Poller::cameBack).anyMatch(poller -> !poller.cameBack());
        assertThat(size(one)).isEqualTo(2 * CLIENTS);

        leaving.close();
        one.append(sent(room, ada, 2 * HISTORY + 1, 3 * HISTORY));
        long last = 3 * HISTORY + 1;
        for (Follower follower : followers) {
            follower.awaitVersion(last);
            assertThat(follower.versions()).isEqualTo(versions(last));
        }
        for (Poller poller : polling) {
            poller.awaitVersion(last);
            assertThat(poller.versions()).isEqualTo(versions(last));
        }
    }

    /** A client on a WebSocket that comes back with {@code since}. */
    private final class Follower {

        private final HttpClient http;
        private final List<TestClient> sockets = new ArrayList<>();

        Follower(HttpClient http) {
            this.http = http;
            connect();
        }

        private void connect() {
            long since = sockets.isEmpty() ? FeedReader.NO_VERSION : versions().getLast();
            TestClient socket = socket(http);
            socket.listen(room, since);
            sockets.add(socket);
        }

        void comeBack() {
            if (sockets.getLast().isClosed()) {
                assertThat(sockets.getLast().closeCode()).isEqualTo(1001);
                connect();
            }
        }

        boolean cameBack() {
            return sockets.size() > 1;
        }

        void awaitVersion(long version) {
            await().atMost(PATIENCE)
                    .until(() -> {
                        comeBack();
                        return versions().contains(version);
                    });
        }

        List<Long> versions() {
            return sockets.stream().flatMap(socket -> socket.versions().stream()).toList();
        }
    }

    /** A client that polls, and comes back with {@code since} when its session is gone. */
    private final class Poller {

        private final HttpClient http;
        private final List<SocketIoClient> sessions = new ArrayList<>();

        Poller(HttpClient http) {
            this.http = http;
            connect();
        }

        private void connect() {
            long since = sessions.isEmpty() ? FeedReader.NO_VERSION : versions().getLast();
            SocketIoClient session = poller(http);
            session.listen(room, since);
            sessions.add(session);
        }

        boolean cameBack() {
            return sessions.size() > 1;
        }

        void awaitVersion(long version) {
            try {
                sessions.getLast().awaitVersion(version);
            } catch (SocketIoClient.Gone gone) {
                assertThat(cameBack()).isFalse();
                connect();
                awaitVersion(version);
            }
        }

        List<Long> versions() {
            return sessions.stream().flatMap(session -> session.versions().stream()).toList();
        }
    }

    /** A client with a source address of its own. */
    private HttpClient from(int source) {
        InetAddress address = InetAddress.ofLiteral("127.0.0." + (10 + source));
        HttpClient client = HttpClient.newBuilder().localAddress(address).build();
        clients.add(client);
        return client;
    }

    private static Stream<Integer> sources() {
        return IntStream.range(0, CLIENTS).boxed();
    }

    private TestClient socket(HttpClient http) {
        return TestClient.connect(http, nginx.address("ws", "/ws"), token());
    }

    private SocketIoClient poller(HttpClient http) {
        SocketIoClient poller = new SocketIoClient(http, nginx.address("http", ""), token());
        pollers.add(poller);
        return poller;
    }

    private String token() {
        return one.tokens().valid(ada);
    }

    private static int size(RelayProcess node) {
        return node.bean(Gateway.class).size();
    }

    private static List<Long> versions(long last) {
        return LongStream.rangeClosed(0, last).boxed().toList();
    }
}
