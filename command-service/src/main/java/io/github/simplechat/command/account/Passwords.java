package io.github.simplechat.command.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2 hashes. Each takes 16 MiB and tens of milliseconds by intention, so only as many are
 * computed at once as there are processors; others wait.
 */
@Component
final class Passwords {

    private final Argon2PasswordEncoder encoder =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodys = encoder.encode("nobody's password");

    String hash(String password) {
        return limited(() -> String.valueOf(encoder.encode(password)));
    }

    boolean matches(String password, String hash) {
        return limited(() -> encoder.matches(password, hash));
    }

    /** Takes as long as {@link #matches}, so that an unknown name cannot be told by the time. */
    void matchesNobody(String password) {
        limited(() -> encoder.matches(password, nobodys));
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
