package io.github.simplechat.relay.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How many there are of something, for each address. Thread-safe. */
public final class Counts {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    /**
     * None yet.
     *
     * @param most how many an address may have
     */
    public Counts(int most) {
        this.most = most;
    }

    /** One more; false when that is too many. One of no known address is not counted. */
    public boolean add(@Nullable String address) {
        return address == null || counts.merge(address, 1, Integer::sum) <= most;
    }

    /** One less, also of those that were too many. */
    public void remove(@Nullable String address) {
        if (address != null) {
            counts.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
        }
    }
}
