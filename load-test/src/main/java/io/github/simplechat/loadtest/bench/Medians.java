package io.github.simplechat.loadtest.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    /** The middle one of a figure of each. */
    public static <T> double of(List<T> all, ToDoubleFunction<? super T> figure) {
        return of(all.stream().mapToDouble(figure).toArray());
    }
}
