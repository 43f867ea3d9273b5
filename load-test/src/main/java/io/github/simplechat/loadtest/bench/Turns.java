package io.github.simplechat.loadtest.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Runs the sides in turn, A B C, C B A, A B C and so on, so that none has the better half. */
public final class Turns {

    private Turns() {}

    /** The numbers of the sides in the order in which a round runs them. */
    public static int[] order(int round, int sides) {
        return IntStream.range(0, sides)
                .map(turn -> round % 2 == 0 ? turn : sides - 1 - turn)
                .toArray();
    }

    /**
     * Runs all rounds.
     *
     * @param progress is told what has just been measured
     * @return the series in the order of the sides
     */
    public static List<Series> run(int rounds, List<Side> sides, Consumer<String> progress) {
        List<Series> series =
                sides.stream().map(side -> new Series(side.name(), new ArrayList<>())).toList();
        for (int round = 0; round < rounds; round++) {
            for (int side : order(round, sides.size())) {
                Round done = sides.get(side).round().get();
                series.get(side).rounds().add(done);
                progress.accept(
                        "round %d of %d  %-22s %,9.0f/s  %7.1f µs CPU"
                                .formatted(
                                        round + 1,
                                        rounds,
                                        sides.get(side).name(),
                                        done.perSecond(),
                                        done.cpuPerOperation()));
            }
        }
        return series;
    }
}
