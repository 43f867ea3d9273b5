package io.github.simplechat.command.account;

import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The signing keys, and what each is for at a moment. A key is announced first, signs from its
 * moment on, and verifies until the tokens that it signed have expired. Pure, so all nodes with the
 * same rows and clocks agree.
 */
final class KeyRing {

    /** A key pair, when it was made and from when on it signs. */
    record Key(
            String id,
            PrivateKey privateKey,
            ECPublicKey publicKey,
            Instant createdAt,
            Instant signsFrom) {}

    /** What a key is for. */
    enum Use {
        ANNOUNCED,
        SIGNING,
        VERIFYING,
        EXPIRED
    }

    private final List<Key> keys;
    private final Duration tokenLife;

    /**
     * A ring.
     *
     * @param tokenLife how long a token can be valid after it was signed
     */
    KeyRing(List<Key> keys, Duration tokenLife) {
        this.keys =
                keys.stream()
                        .sorted(Comparator.comparing(Key::signsFrom).thenComparing(Key::id))
                        .toList();
        this.tokenLife = tokenLife;
    }

    /** All of them, oldest first. */
    List<Key> keys() {
        return keys;
    }

    /** The key to sign with; on a node whose clock is behind the first one. Empty in no ring. */
    Optional<Key> signing(Instant now) {
        return keys.stream()
                .filter(key -> use(key, now) == Use.SIGNING)
                .findFirst()
                .or(() -> keys.stream().findFirst());
    }

    /** A key that tokens may be signed with now or soon. */
    Optional<Key> verifying(String id, Instant now) {
        return keys.stream()
                .filter(key -> key.id().equals(id) && use(key, now) != Use.EXPIRED)
                .findFirst();
    }

    /** What a key of this ring is for. */
    Use use(Key key, Instant now) {
        if (now.isBefore(key.signsFrom())) {
            return Use.ANNOUNCED;
        }
        int next = keys.indexOf(key) + 1;
        if (next == keys.size() || now.isBefore(keys.get(next).signsFrom())) {
            return Use.SIGNING;
        }
        return now.isBefore(keys.get(next).signsFrom().plus(tokenLife))
                ? Use.VERIFYING
                : Use.EXPIRED;
    }

    /** Whether the newest key has signed for so long that a successor should be announced. */
    boolean isDue(Instant now, Duration age) {
        return keys.isEmpty() || !now.isBefore(keys.getLast().signsFrom().plus(age));
    }
}
