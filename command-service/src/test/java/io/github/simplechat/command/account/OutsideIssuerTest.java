package io.github.simplechat.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("JavaUtilDate") // the token library speaks it
class OutsideIssuerTest {

    private static final KeyPair PAIR = Jwts.SIG.RS256.keyPair().build();
    private static final String ISSUER = "https://id.example/realms/chat";

    private final UUID person = UUID.randomUUID();
    private final String name = "o" + person.toString().substring(0, 12);
    private HttpServer issuer;
    private ConfigurableApplicationContext node;

    @BeforeAll
    void start() throws IOException {
        byte[] keys =
                "{\"keys\":[%s]}"
                        .formatted(
                                Jwks.UNSAFE_JSON(
                                        Jwks.builder().key(PAIR.getPublic()).id("theirs").build()))
                        .getBytes(StandardCharsets.UTF_8);
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext(
                "/keys",
                exchange -> {
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                    exchange.close();
                });
        issuer.start();
        node =
                TestService.start(
                        "--chat.token.outside.jwks-uri=http://127.0.0.1:%d/keys"
                                .formatted(issuer.getAddress().getPort()),
                        "--chat.token.outside.issuer=" + ISSUER,
                        "--chat.token.outside.audience=chat",
                        "--chat.token.outside.roles-claim=groups");
    }

    @AfterAll
    void stop() {
        node.close();
        issuer.stop(0);
    }

    private String token(UUID subject, String... groups) {
        Instant now = Instant.now();
        return Jwts.builder()
                .header()
                .keyId("theirs")
                .and()
                .subject(subject.toString())
                .issuer(ISSUER)
                .audience()
                .add("chat")
                .and()
                .claim("groups", List.of(groups))
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plusSeconds(300)))
                .signWith(PAIR.getPrivate(), Jwts.SIG.RS256)
                .compact();
    }

    private Answer call(@Nullable String token, String method, String path, String body) {
        return TestService.call(TestService.port(node), token, method, path, body);
    }

    private Answer enter(UUID subject, String username) {
        return call(
                token(subject),
                "PUT",
                "/v1/me",
                "{\"username\":\"%s\",\"displayName\":\"밖의 사람\"}".formatted(username));
    }

    @Test
    void given_somebody_new_when_entering_then_their_feed_is_open_once() {
        assertThat(enter(person, name).status()).isEqualTo(204);
        assertThat(enter(person, name).status()).isEqualTo(204);

        assertThat(node.getBean(FeedReader.class).read(person, -1, 10))
                .singleElement()
                .satisfies(e -> assertThat(e.event()).isInstanceOf(PersonRegistered.class));
        assertThat(enter(person, name + "x").code()).isEqualTo("invalid-request");
        assertThat(enter(UUID.randomUUID(), name).code()).isEqualTo("username-taken");
        Answer room =
                call(
                        token(person),
                        "POST",
                        "/v1/rooms",
                        "{\"name\":\"방\",\"visibility\":\"public\"}");
        assertThat(room.status()).isEqualTo(201);
    }

    @Test
    void given_a_role_in_the_claim_when_calling_then_it_counts() {
        String announcement = "{\"type\":\"service-check\",\"text\":\"점검\"}";

        assertThat(call(token(person), "POST", "/v1/announcements", announcement).code())
                .isEqualTo("forbidden");
        assertThat(call(token(person, "admin"), "POST", "/v1/announcements", announcement).status())
                .isEqualTo(201);
    }

    @Test
    void given_tokens_of_ours_when_presented_then_refused_as_there_is_one_issuer() {
        assertThat(call(TestService.user().token(), "POST", "/v1/rooms", "{}").code())
                .isEqualTo("unauthenticated");
    }

    @Test
    void given_passwords_when_used_then_there_is_no_such_thing() {
        String credentials = "{\"username\":\"admin\",\"password\":\"admin-password\"}";

        for (String path : List.of("login", "register", "refresh", "logout")) {
            assertThat(call(null, "POST", "/v1/auth/" + path, credentials).code())
                    .isEqualTo("not-found");
        }
    }

    @Test
    void given_a_logout_everywhere_when_an_older_token_comes_then_refused() {
        UUID someone = UUID.randomUUID();
        String token = token(someone);

        assertThat(call(token, "POST", "/v1/auth/logout-everywhere", "").status()).isEqualTo(204);

        assertThat(call(token, "POST", "/v1/auth/logout-everywhere", "").code())
                .isEqualTo("unauthenticated");
    }

    @Test
    void given_somebody_of_an_outside_issuer_when_erased_then_their_token_does_and_they_stay_out() {
        UUID other = UUID.randomUUID();
        String token = token(other);
        enter(other, name + "e");

        assertThat(call(token, "DELETE", "/v1/me", "").status()).isEqualTo(204);

        assertThat(call(token, "PUT", "/v1/me", "{}").code()).isEqualTo("unauthenticated");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(enter(other, name + "e").code()).isEqualTo("forbidden"));
        assertThat(enter(UUID.randomUUID(), name + "e").code()).isEqualTo("username-taken");
    }
}
