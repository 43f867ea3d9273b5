package io.github.simplechat.platform.security;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.PublicJwk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes at an address. Fetched when a key is first asked for, at once
 * for a key not seen yet, but at most once in {@link #PAUSE}, so that forged key ids cost nothing,
 * and once in {@link #LIFE}, so that a key that was withdrawn ends. When the address does not
 * answer the keys known stay.
 */
public final class RemoteJwks implements VerificationKeys {

    private static final Logger log = LoggerFactory.getLogger(RemoteJwks.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private volatile Map<String, PublicKey> keys = Map.of();
    private final LongSupplier nanoTime;
    private volatile long fetchedAt;

    /** Keys from an address; nothing is fetched yet. */
    public RemoteJwks(URI address) {
        this(address, System::nanoTime);
    }

    RemoteJwks(URI address, LongSupplier nanoTime) {
        this.address = address;
        this.nanoTime = nanoTime;
        this.fetchedAt = nanoTime.getAsLong() - PAUSE.toNanos();
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        PublicKey known = keys.get(keyId);
        if (known == null) {
            return fetchAndFind(keyId);
        }
        if (olderThan(LIFE)) {
            renew();
        }
        return known;
    }

    private synchronized @Nullable PublicKey fetchAndFind(String keyId) {
        if (!keys.containsKey(keyId) && olderThan(PAUSE)) {
            fetch();
            fetchedAt = nanoTime.getAsLong();
        }
        return keys.get(keyId);
    }

    /** Nobody waits for this one. */
    private synchronized void renew() {
        if (olderThan(LIFE)) {
            fetchedAt = nanoTime.getAsLong();
            Thread.startVirtualThread(this::fetch);
        }
    }

    private boolean olderThan(Duration age) {
        return nanoTime.getAsLong() - fetchedAt >= age.toNanos();
    }

    private void fetch() {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("status " + answer.statusCode());
            }
            keys = parse(answer.body());
        } catch (IOException | JwtException | IllegalArgumentException e) {
            log.warn("Could not read the token keys at {}: {}", address, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, PublicKey> parse(String body) {
        Map<String, PublicKey> found = new HashMap<>();
        for (Jwk<?> jwk : Jwks.setParser().build().parse(body)) {
            if (jwk instanceof PublicJwk<?> key
                    && key.getId() != null
                    && !"enc".equals(key.getPublicKeyUse())) {
                found.put(key.getId(), key.toKey());
            }
        }
        return Map.copyOf(found);
    }
}
