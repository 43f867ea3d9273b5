package io.github.simplechat.loadtest.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rounds of one side, in the order in which they were run. The n-th rounds of all sides were
 * run next to each other, so they are compared in pairs: what slows the machine down slows both.
 *
 * @param name the side
 */
public record Series(String name, List<Round> rounds) {

    /** The median of a figure. */
    public double median(ToDoubleFunction<Round> figure) {
        return Medians.of(rounds, figure);
    }

    /** The median over the pairs of rounds of this side's figure divided by the other one's. */
    public double ratio(Series other, ToDoubleFunction<Round> figure) {
        return Medians.of(ratios(other, figure));
    }

    /** For each pair of rounds this side's figure divided by the other one's. */
    public double[] ratios(Series other, ToDoubleFunction<Round> figure) {
        return IntStream.range(0, Math.min(rounds.size(), other.rounds.size()))
                .mapToDouble(i ->
                        figure.applyAsDouble(rounds.get(i))
                                / figure.applyAsDouble(other.rounds.get(i)))
                .toArray();
    }
}
