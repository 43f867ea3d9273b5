package io.github.simplechat.platform.personal;

import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;

/**
 * Ciphers to use again: to look one up in the JDK's providers takes longer than to seal a message.
 * There are as many as were ever used at once. Thread-safe.
 */
final class Ciphers {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private final Queue<Cipher> free = new ConcurrentLinkedQueue<>();

    /** Something that is done with a cipher, which it must initialise. */
    @FunctionalInterface
    interface Use<T> {
        T with(Cipher cipher) throws GeneralSecurityException;
    }

    /** Does something with a cipher that nobody else uses meanwhile. */
    <T> T use(Use<T> use) throws GeneralSecurityException {
        Cipher known = free.poll();
        Cipher cipher = known == null ? Cipher.getInstance(TRANSFORMATION) : known;
        try {
            return use.with(cipher);
        } finally {
            free.add(cipher);
        }
    }
}
