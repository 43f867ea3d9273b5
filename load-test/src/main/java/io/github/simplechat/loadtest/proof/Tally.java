package io.github.simplechat.loadtest.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far something that was shown is from what had to be shown. Equal means: no count, no
 * difference.
 *
 * @param lost how many are missing
 * @param doubled how many are there again, or were never sent
 * @param disordered how many would have to move
 * @param differences the first ones, for a person to read
 */
public record Tally(long lost, long doubled, long disordered, List<String> differences) {

    static final int SHOWN = 10;

    /** Nothing is wrong. */
    public static final Tally CLEAN = new Tally(0, 0, 0, List.of());

    /** Keeps the first differences only. */
    public Tally {
        differences = differences.stream().limit(SHOWN).toList();
    }

    /** Something is wrong that is neither loss nor doubling nor disorder. */
    public static Tally wrong(String difference) {
        return new Tally(0, 0, 0, List.of(difference));
    }

    /** Whether everything is as it had to be. */
    public boolean clean() {
        return lost == 0 && doubled == 0 && disordered == 0 && differences.isEmpty();
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                lost + other.lost,
                doubled + other.doubled,
                disordered + other.disordered,
                Stream.concat(differences.stream(), other.differences.stream()).toList());
    }

    /** The same with a name before each difference. */
    public Tally of(String where) {
        List<String> named = new ArrayList<>();
        differences.forEach(difference -> named.add(where + ": " + difference));
        return new Tally(lost, doubled, disordered, named);
    }
}
