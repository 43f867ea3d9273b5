package io.github.simplechat.loadtest.crowd;

import io.github.simplechat.loadtest.proof.Tally;
import io.github.simplechat.loadtest.proof.VersionDiff;
import java.util.Arrays;

/** The versions that a client was shown, in the order in which they came. */
public final class Seen {

    private static final int FIRST_SIZE = 32;

    private long[] versions = new long[FIRST_SIZE];
    private int size;
    private long start;
    private long newest;

    /** All of it, after this version, is still to be shown. */
    public void begin(long version) {
        start = version;
        newest = version;
        size = 0;
    }

    void add(long version) {
        if (size == versions.length) {
            versions = Arrays.copyOf(versions, 2 * size);
        }
        versions[size++] = version;
        newest = Math.max(newest, version);
    }

    /** The version after which all is to be shown. */
    public long start() {
        return start;
    }

    /** How many of them are past that one. */
    public long past(long version) {
        return Arrays.stream(versions, 0, size).filter(shown -> shown > version).count();
    }

    /** How many they are. */
    public int count() {
        return size;
    }

    /** What the client would say that it has seen. */
    public long newest() {
        return newest;
    }

    /** Compares with every version up to this one, each once and in order. */
    public Tally upTo(long last) {
        return VersionDiff.compare(start + 1, last, Arrays.copyOf(versions, size));
    }
}
