package io.github.simplechat.platform.personal.memory;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.personal.MissingKey;
import io.github.simplechat.platform.personal.PersonalKeys;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys that nobody else has. */
public final class InMemoryPersonalKeys implements PersonalKeys {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<UUID, Optional<SecretKey>> keys = new ConcurrentHashMap<>();

    @Override
    public SecretKey sealing(UUID personId) {
        return keys.computeIfAbsent(personId, id -> Optional.of(generate()))
                .orElseThrow(
                        () -> new Rejection(Reason.PERSON_NOT_FOUND, "This person was erased."));
    }

    private SecretKey generate() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new SecretKeySpec(secret, "AES");
    }

    @Override
    public Optional<SecretKey> opening(UUID personId) {
        Optional<SecretKey> known = keys.get(personId);
        if (known == null) {
            throw new MissingKey(personId);
        }
        return known;
    }

    @Override
    public void erase(UUID personId) {
        keys.put(personId, Optional.empty());
    }
}
