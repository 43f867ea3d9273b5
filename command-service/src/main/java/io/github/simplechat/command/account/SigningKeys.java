package io.github.simplechat.command.account;

import io.github.simplechat.platform.schedule.Periodic;
import io.github.simplechat.platform.security.VerificationKeys;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The keys that access tokens are signed with (ES256), shared by all nodes through the database.
 * Every node reads them again every few seconds, long before an announced key signs, and rotates
 * them by age; of several nodes that do so at once one succeeds. Thread-safe.
 */
@Component
public final class SigningKeys implements VerificationKeys, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration RELOAD = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SigningKeyRepository repository;
    private final AccountSettings accounts;
    private final KeySettings settings;
    private final Clock clock = Clock.systemUTC();
    private final Periodic caretaker;
    private volatile KeyRing ring;
    private long loadedAt;

    SigningKeys(SigningKeyRepository repository, AccountSettings accounts, KeySettings settings) {
        this.repository = repository;
        this.accounts = accounts;
        this.settings = settings;
        this.ring = load();
        if (ring.keys().isEmpty()) {
            addSuccessor(SigningKey.NONE, now());
        }
        this.caretaker = new Periodic("signing-keys", RELOAD, this::takeCare);
    }

    /** A published key; its use is {@code announced}, {@code signing} or {@code verifying}. */
    public record PublishedKey(
            String kid, Instant createdAt, Instant signsFrom, String use, ECPublicKey publicKey) {}

    /** The key to sign with now. */
    KeyRing.Key current() {
        return ring.signing(now()).orElseThrow();
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        return ring.verifying(keyId, now())
                .or(() -> reloadedForUnknown().verifying(keyId, now()))
                .map(KeyRing.Key::publicKey)
                .orElse(null);
    }

    /** All keys that a token may be signed with now or soon, oldest first. */
    public List<PublishedKey> published() {
        Instant now = now();
        KeyRing keys = ring;
        return keys.keys().stream()
                .filter(key -> keys.use(key, now) != KeyRing.Use.EXPIRED)
                .map(key ->
                        new PublishedKey(
                                key.id(),
                                key.createdAt(),
                                key.signsFrom(),
                                keys.use(key, now).name().toLowerCase(Locale.ROOT),
                                key.publicKey()))
                .toList();
    }

    /** Announces a successor, unless one is announced already. Tokens stay valid. */
    public void rotate() {
        KeyRing keys = reload();
        Instant now = now();
        KeyRing.Key newest = keys.keys().getLast();
        if (keys.use(newest, now) == KeyRing.Use.SIGNING) {
            addSuccessor(newest.id(), now.plus(settings.announcement()));
        }
    }

    /**
     * Ends a key that somebody else may have: it neither signs nor verifies from now on, here at
     * once, at other nodes within a minute. When it was the one that signs, another one does at
     * once. Whoever has a token of it must refresh.
     *
     * @return whether there was such a key
     */
    public boolean withdraw(String keyId) {
        KeyRing keys = reload();
        if (keys.verifying(keyId, now()).isEmpty()) {
            return false;
        }
        if (keys.signing(now()).filter(key -> key.id().equals(keyId)).isPresent()) {
            signWithSuccessor(keys, keyId);
        }
        repository.deleteAllByIdInBatch(List.of(keyId));
        reload();
        return true;
    }

    private void signWithSuccessor(KeyRing keys, String keyId) {
        KeyRing.Key newest = keys.keys().getLast();
        if (newest.id().equals(keyId)) {
            addSuccessor(keyId, now());
        } else {
            repository
                    .findById(newest.id())
                    .ifPresent(successor -> {
                        successor.signFrom(now());
                        repository.save(successor);
                    });
        }
    }

    private void addSuccessor(String of, Instant signsFrom) {
        try {
            repository.saveAndFlush(new SigningKey(now(), signsFrom, of));
        } catch (DataIntegrityViolationException e) {
            log.debug("Another node has announced the successor of {}", of);
        }
        reload();
    }

    private void takeCare() {
        KeyRing keys = reload();
        Instant now = now();
        if (keys.isDue(now, settings.age())) {
            rotate();
        }
        List<String> expired =
                keys.keys().stream()
                        .filter(key -> keys.use(key, now) == KeyRing.Use.EXPIRED)
                        .map(KeyRing.Key::id)
                        .toList();
        if (!expired.isEmpty()) {
            repository.deleteAllByIdInBatch(expired);
        }
    }

    private synchronized KeyRing reloadedForUnknown() {
        return System.nanoTime() - loadedAt < PAUSE.toNanos() ? ring : reload();
    }

    private synchronized KeyRing reload() {
        ring = load();
        loadedAt = System.nanoTime();
        return ring;
    }

    private KeyRing load() {
        return new KeyRing(
                repository.findAll().stream().map(SigningKey::key).toList(), accounts.accessTtl());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Stops looking after the keys. */
    @Override
    public void close() {
        caretaker.close();
    }
}
