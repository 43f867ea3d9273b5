package io.github.simplechat.command.account;

import io.github.simplechat.platform.security.VerificationKeys;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.JwkSet;
import io.jsonwebtoken.security.Jwks;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys that access tokens are signed with (ES256), shared by all nodes through the database.
 * The first node to start makes the first one. Thread-safe.
 */
@Component
public final class SigningKeys implements VerificationKeys {

    private static final String ALGORITHM = "EC";

    private final SigningKeyRepository repository;
    private final Map<String, PublicKey> known = new ConcurrentHashMap<>();
    private final Current current;

    /** The key to sign with now. */
    record Current(String id, PrivateKey key) {}

    SigningKeys(SigningKeyRepository repository) {
        this.repository = repository;
        SigningKey newest =
                repository
                        .findFirstByOrderByCreatedAtDescIdDesc()
                        .orElseGet(() -> repository.save(generate()));
        this.current = new Current(newest.id(), privateKey(newest));
    }

    private static SigningKey generate() {
        KeyPair pair = Jwts.SIG.ES256.keyPair().build();
        Base64.Encoder base64 = Base64.getEncoder();
        return new SigningKey(
                UUID.randomUUID().toString(),
                base64.encodeToString(pair.getPrivate().getEncoded()),
                base64.encodeToString(pair.getPublic().getEncoded()),
                Instant.now());
    }

    Current current() {
        return current;
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        PublicKey key = known.get(keyId);
        if (key == null) {
            key = repository.findById(keyId).map(SigningKeys::publicKey).orElse(null);
            if (key != null) {
                known.put(keyId, key);
            }
        }
        return key;
    }

    /** All keys that a token may be signed with, for publication. */
    public JwkSet published() {
        var keys = Jwks.set();
        for (SigningKey key : repository.findAll()) {
            keys.add(
                    Jwks.builder()
                            .key((ECPublicKey) publicKey(key))
                            .id(key.id())
                            .algorithm("ES256")
                            .publicKeyUse("sig")
                            .build());
        }
        return keys.build();
    }

    private static PrivateKey privateKey(SigningKey key) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key.privateKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key " + key.id() + " is damaged.", e);
        }
    }

    private static PublicKey publicKey(SigningKey key) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(key.publicKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key " + key.id() + " is damaged.", e);
        }
    }
}
