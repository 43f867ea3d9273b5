package io.github.simplechat.platform.security;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an issuer publishes at an address. Fetched when a key is first asked for, and again
 * for a key not seen yet, but at most once in {@link #PAUSE}, so that forged key ids cost nothing.
 */
public final class RemoteJwks implements VerificationKeys {

    private static final Logger log = LoggerFactory.getLogger(RemoteJwks.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private volatile Map<String, PublicKey> keys = Map.of();
    private long fetchedAt = System.nanoTime() - PAUSE.toNanos();

    /** Keys from an address; nothing is fetched yet. */
    public RemoteJwks(URI address) {
        this.address = address;
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        PublicKey known = keys.get(keyId);
        return known != null ? known : fetchAndFind(keyId);
    }

    private synchronized @Nullable PublicKey fetchAndFind(String keyId) {
        if (!keys.containsKey(keyId) && System.nanoTime() - fetchedAt >= PAUSE.toNanos()) {
            fetch();
            fetchedAt = System.nanoTime();
        }
        return keys.get(keyId);
    }

    private void fetch() {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
        try {
            keys = parse(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | JwtException | IllegalArgumentException e) {
            log.warn("Could not read the token keys at {}: {}", address, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, PublicKey> parse(String body) {
        Map<String, PublicKey> found = new HashMap<>();
        for (Jwk<?> jwk : Jwks.setParser().build().parse(body)) {
            if (jwk.toKey() instanceof PublicKey key && jwk.getId() != null) {
                found.put(jwk.getId(), key);
            }
        }
        return Map.copyOf(found);
    }
}
