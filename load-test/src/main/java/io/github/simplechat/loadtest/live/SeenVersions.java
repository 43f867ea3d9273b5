package io.github.simplechat.loadtest.live;

import java.util.Arrays;

/**
 * Every version that a listener was shown, in the order of arrival, with the time. Thread-safe.
 * Versions count from {@link #start}, the version at which the feed said that it was connected.
 */
public final class SeenVersions {

    private static final long UNKNOWN = Long.MIN_VALUE;

    private long start = UNKNOWN;
    private long newest = UNKNOWN;
    private long[] versions = new long[256];
    private long[] arrivals = new long[256];
    private int size;

    /** Somebody who has seen everything up to that version; -1 is the beginning. */
    public static SeenVersions since(long version) {
        SeenVersions seen = new SeenVersions();
        seen.connectedAt(version);
        return seen;
    }

    /** The feed is connected at that version. Only the first time counts. */
    synchronized void connectedAt(long version) {
        if (start == UNKNOWN) {
            start = version;
            newest = Math.max(newest, version);
        }
    }

    synchronized void saw(long version, long nanos) {
        if (size == versions.length) {
            versions = Arrays.copyOf(versions, size * 2);
            arrivals = Arrays.copyOf(arrivals, size * 2);
        }
        versions[size] = version;
        arrivals[size] = nanos;
        size++;
        newest = Math.max(newest, version);
    }

    /** Whether the feed has ever said that it is connected. */
    public synchronized boolean connected() {
        return start != UNKNOWN;
    }

    /** The version before the first one that had to be shown. */
    public synchronized long start() {
        return start;
    }

    /** The highest version known here. */
    public synchronized long newest() {
        return newest;
    }

    /** How many versions came. */
    public synchronized int count() {
        return size;
    }

    /** The versions in the order in which they came. */
    public synchronized long[] versions() {
        return Arrays.copyOf(versions, size);
    }

    /** {@link System#nanoTime} at the arrival of each of {@link #versions}. */
    public synchronized long[] arrivals() {
        return Arrays.copyOf(arrivals, size);
    }
}
