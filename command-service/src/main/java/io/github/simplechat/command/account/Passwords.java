package io.github.simplechat.command.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id hashes with what OWASP recommends: 19 MiB, two passes, one lane. Each takes tens of
 * milliseconds by intention, so only as many are computed at once as there are processors; others
 * wait.
 */
@Component
final class Passwords {

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodys;

    Passwords() {
        this(KIBIBYTES, PASSES);
    }

    Passwords(int kibibytes, int passes) {
        this.encoder = new Argon2PasswordEncoder(SALT, HASH, LANES, kibibytes, passes);
        this.nobodys = hash("nobody's password");
    }

    String hash(String password) {
        return limited(() -> String.valueOf(encoder.encode(password)));
    }

    /**
     * Whether a password is the one with this hash. Takes as long for null, the hash of nobody, so
     * that an unknown name cannot be told by the time.
     */
    boolean matches(String password, @Nullable String hash) {
        boolean same = limited(() -> encoder.matches(password, hash == null ? nobodys : hash));
        return same && hash != null;
    }

    /** Whether a hash was made with weaker parameters than today's. */
    boolean outdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T limited(Supplier<T> work) {
        processors.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            processors.release();
        }
    }
}
