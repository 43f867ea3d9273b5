package io.github.simplechat.relay.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the gateway had to refuse or to end, for whoever watches it. Thread-safe. */
public final class Tally {

    /** A frame that came too fast. */
    public static final String FRAME_TOO_FAST = "frame too fast";

    /** A request for a feed above the limit. */
    public static final String TOO_MANY_FEEDS = "too many feeds";

    /** A question about the presence of more people than the limit. */
    public static final String TOO_MANY_PEOPLE = "too many people";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    void add(String what) {
        counts.computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    /** How often. */
    public long of(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }
}
