package io.github.simplechat.platform.personal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that are used once. GCM asks that none comes twice under one key; it need not be secret.
 * Counted up from a place that each process takes at random among 2^96, so that two processes do
 * not meet, and without the lock of a random source for each. Thread-safe.
 */
final class Nonces {

    /** The length of one. */
    static final int BYTES = Integer.BYTES + Long.BYTES;

    private final int process;
    private final AtomicLong count;

    Nonces() {
        SecureRandom random = new SecureRandom();
        this.process = random.nextInt();
        this.count = new AtomicLong(random.nextLong());
    }

    /** Writes the next one. */
    void next(ByteBuffer target) {
        target.putInt(process).putLong(count.getAndIncrement());
    }
}
