package io.github.simplechat.loadtest.bench;

import java.util.Arrays;

/** The middle of some numbers. */
public final class Medians {

    private Medians() {}

    /** The middle one, or the mean of the two in the middle; NaN of none. */
    public static double of(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
