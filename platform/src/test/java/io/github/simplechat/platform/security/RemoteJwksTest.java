package io.github.simplechat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteJwksTest {

    private static final long SECOND = 1_000_000_000L;

    private final Map<String, KeyPair> pairs =
            Map.of(
                    "one", Jwts.SIG.ES256.keyPair().build(),
                    "two", Jwts.SIG.ES256.keyPair().build());
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong time = new AtomicLong();
    private volatile String body = "";
    private volatile int status = 200;
    private HttpServer issuer;
    private RemoteJwks keys;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        issuer.start();
        keys =
                new RemoteJwks(
                        URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/"),
                        time::get);
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    private PublicKey publicKey(String id) {
        return Objects.requireNonNull(pairs.get(id)).getPublic();
    }

    private String published(String... ids) {
        return Arrays.stream(ids)
                .map(id -> Jwks.builder().key(publicKey(id)).id(id).build())
                .map(Jwks::UNSAFE_JSON)
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    @Test
    void given_an_unknown_key_when_asked_then_fetched_at_once_but_not_again_and_again() {
        body = published("one");
        assertThat(keys.find("one")).isEqualTo(publicKey("one"));
        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("forged-" + i)).isNull();
        }
        assertThat(asked).hasValue(1);

        body = published("one", "two");
        time.addAndGet(2 * SECOND);

        assertThat(keys.find("two")).isEqualTo(publicKey("two"));
        assertThat(asked).hasValue(2);
    }

    @Test
    void given_an_issuer_that_fails_when_asked_then_the_keys_known_stay() {
        body = published("one");
        assertThat(keys.find("one")).isNotNull();

        status = 500;
        time.addAndGet(2 * SECOND);
        assertThat(keys.find("two")).isNull();
        status = 200;
        body = "no JSON";
        time.addAndGet(2 * SECOND);
        assertThat(keys.find("two")).isNull();

        assertThat(keys.find("one")).isNotNull();
        assertThat(asked).hasValue(3);
    }

    @Test
    void given_a_key_that_was_withdrawn_when_a_minute_has_passed_then_it_ends() {
        body = published("one", "two");
        assertThat(keys.find("one")).isNotNull();

        body = published("two");
        time.addAndGet(61 * SECOND);

        await().atMost(Duration.ofSeconds(30)).until(() -> keys.find("one") == null);
        assertThat(keys.find("two")).isNotNull();
    }
}
