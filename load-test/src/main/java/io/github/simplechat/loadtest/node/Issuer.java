package io.github.simplechat.loadtest.node;

import com.sun.net.httpserver.HttpServer;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * Issues access tokens in the place of the command service, which would have to check a password
 * for each, and publishes its key as that does. Thread-safe.
 */
public final class Issuer implements AutoCloseable {

    private static final String NAME = "simple-chat";
    private static final String KEY_ID = "load-test";
    private static final String PATH = "/.well-known/jwks.json";
    private static final Duration LIFE = Duration.ofHours(2);
    private static final int OK = 200;

    private final KeyPair keys = Jwts.SIG.ES256.keyPair().build();
    private final HttpServer server;

    private Issuer() throws IOException {
        byte[] set =
                "{\"keys\":[%s]}"
                        .formatted(
                                Jwks.json(
                                        Jwks.builder()
                                                .ecKeyPair(keys)
                                                .id(KEY_ID)
                                                .build()
                                                .toPublicJwk()))
                        .getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var _ =
                server.createContext(
                        PATH,
                        request -> {
                            request.getResponseHeaders().set("Content-Type", "application/json");
                            request.sendResponseHeaders(OK, set.length);
                            request.getResponseBody().write(set);
                            request.close();
                        });
        server.start();
    }

    /** One that serves its key. */
    public static Issuer start() {
        try {
            return new Issuer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its key is. */
    public URI keys() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** A token for a person. */
    @SuppressWarnings("JavaUtilDate") // the token library speaks it
    public String token(UUID userId) {
        Instant now = Instant.now();
        return Jwts.builder()
                .header()
                .keyId(KEY_ID)
                .and()
                .subject(userId.toString())
                .issuer(NAME)
                .audience()
                .add(NAME)
                .and()
                .id(UUID.randomUUID().toString())
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plus(LIFE)))
                .signWith(keys.getPrivate(), Jwts.SIG.ES256)
                .compact();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
