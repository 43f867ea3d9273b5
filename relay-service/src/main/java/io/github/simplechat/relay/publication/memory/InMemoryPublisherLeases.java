package io.github.simplechat.relay.publication.memory;

import io.github.simplechat.relay.publication.PublisherLease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One lease that publishers of one process contend for. Thread-safe. */
public final class InMemoryPublisherLeases {

    private @Nullable PublisherLease owner;
    private long end;

    /** One that contends for it. */
    public PublisherLease lessee() {
        return new Lessee();
    }

    private synchronized boolean hold(PublisherLease lessee, Duration lasts) {
        long now = System.nanoTime();
        if (owner != null && !owner.equals(lessee) && now - end < 0) {
            return false;
        }
        owner = lessee;
        end = now + lasts.toNanos();
        return true;
    }

    private synchronized void release(PublisherLease lessee) {
        if (lessee.equals(owner)) {
            owner = null;
        }
    }

    private final class Lessee implements PublisherLease {

        @Override
        public boolean hold(Duration lasts) {
            return InMemoryPublisherLeases.this.hold(this, lasts);
        }

        @Override
        public void release() {
            InMemoryPublisherLeases.this.release(this);
        }
    }
}
