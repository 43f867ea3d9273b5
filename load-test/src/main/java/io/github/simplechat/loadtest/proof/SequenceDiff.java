package io.github.simplechat.loadtest.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Compares numbers that were shown with the numbers {@code first … last}, each once and rising.
 * Pure. Equal exactly if the tally is clean.
 */
final class SequenceDiff {

    private SequenceDiff() {}

    /**
     * Compares.
     *
     * @param name what a number is called in a difference: {@code version 7 is missing}
     * @param first the first number that had to be shown
     * @param last the last one; {@code first - 1} if none had to
     */
    static Tally compare(String name, long first, long last, long[] shown) {
        int size = Math.toIntExact(last - first + 1);
        BitSet seen = new BitSet(size);
        long[] once = new long[shown.length];
        int kept = 0;
        long doubled = 0;
        List<String> differences = new ArrayList<>();
        for (long number : shown) {
            if (number < first || number > last) {
                doubled++;
                note(differences, "%s %d was never expected".formatted(name, number));
            } else if (seen.get((int) (number - first))) {
                doubled++;
                note(differences, "%s %d is there again".formatted(name, number));
            } else {
                seen.set((int) (number - first));
                once[kept++] = number;
            }
        }
        long lost = (long) size - seen.cardinality();
        int missing = seen.nextClearBit(0);
        for (int i = 0; i < Math.min(lost, Tally.SHOWN); i++) {
            note(differences, "%s %d is missing".formatted(name, first + missing));
            missing = seen.nextClearBit(missing + 1);
        }
        long[] order = Arrays.copyOf(once, kept);
        long disordered = (long) kept - longestRise(order);
        if (disordered > 0) {
            note(differences, firstFall(name, order));
        }
        return new Tally(lost, doubled, disordered, differences);
    }

    private static void note(List<String> differences, String difference) {
        if (differences.size() < Tally.SHOWN) {
            differences.add(difference);
        }
    }

    private static String firstFall(String name, long[] order) {
        for (int i = 1; i < order.length; i++) {
            if (order[i] < order[i - 1]) {
                return "%s %d comes after %d".formatted(name, order[i], order[i - 1]);
            }
        }
        throw new IllegalStateException("Nothing falls");
    }

    /** The length of the longest rising subsequence: what may stay where it is. */
    private static int longestRise(long[] numbers) {
        long[] tails = new long[numbers.length];
        int length = 0;
        for (long number : numbers) {
            int place = Arrays.binarySearch(tails, 0, length, number);
            int at = place < 0 ? -place - 1 : place;
            tails[at] = number;
            length = Math.max(length, at + 1);
        }
        return length;
    }
}
