package io.github.simplechat.loadtest.proof;

/** Compares versions that were shown with all versions of a range, each once and in order. Pure. */
public final class VersionDiff {

    private VersionDiff() {}

    /**
     * Compares.
     *
     * @param first the first version that had to be shown
     * @param last the last one; {@code first - 1} if none had to
     */
    public static Tally compare(long first, long last, long[] shown) {
        return SequenceDiff.compare("version", first, last, shown);
    }
}
