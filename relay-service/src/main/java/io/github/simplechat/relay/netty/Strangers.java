package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.gateway.Counts;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Sessions that have not shown a token yet, of which there are only so many. Thread-safe. */
final class Strangers {

    private final Semaphore room;
    private final Counts perAddress;

    Strangers(int most, int mostPerAddress) {
        this.room = new Semaphore(most);
        this.perAddress = new Counts(mostPerAddress);
    }

    /** One more; what lets it go, once, however often it runs. Null when there are too many. */
    @Nullable Runnable come(@Nullable String address) {
        if (!room.tryAcquire()) {
            return null;
        }
        AtomicBoolean here = new AtomicBoolean(true);
        Runnable leave =
                () -> {
                    if (here.getAndSet(false)) {
                        room.release();
                        perAddress.remove(address);
                    }
                };
        if (perAddress.add(address)) {
            return leave;
        }
        leave.run();
        return null;
    }
}
