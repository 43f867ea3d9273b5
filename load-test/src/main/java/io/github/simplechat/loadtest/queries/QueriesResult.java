package io.github.simplechat.loadtest.queries;

import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.bench.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Medians over the rounds of each size, and what they are to the smallest one's. */
final class QueriesResult {

    private final Map<Kind, List<Series>> kinds = new EnumMap<>(Kind.class);

    /** The rounds of one size. */
    record Series(long messages, List<Delay> rounds) {

        double median(ToDoubleFunction<Delay> figure) {
            return Medians.of(rounds, figure);
        }

        /** The median over the pairs of rounds that were run next to each other. */
        double ratio(Series first, ToDoubleFunction<Delay> figure) {
            return Medians.of(
                    IntStream.range(0, rounds.size())
                            .mapToDouble(i ->
                                    figure.applyAsDouble(rounds.get(i))
                                            / figure.applyAsDouble(first.rounds.get(i)))
                            .toArray());
        }
    }

    QueriesResult(List<Long> sizes) {
        for (Kind kind : Kind.values()) {
            kinds.put(
                    kind, sizes.stream().map(size -> new Series(size, new ArrayList<>())).toList());
        }
    }

    void add(Kind kind, int size, Delay round) {
        kinds.getOrDefault(kind, List.of()).get(size).rounds().add(round);
    }

    Table table() {
        Table table =
                new Table(
                        "query", "messages", "p50", "p99", ": the first, p50", ": the first, p99");
        kinds.forEach((kind, sizes) ->
                sizes.forEach(size ->
                        table.row(
                                kind.text(),
                                "%,d".formatted(size.messages()),
                                "%.2f ms".formatted(size.median(Delay::p50)),
                                "%.2f ms".formatted(size.median(Delay::p99)),
                                "%.2f".formatted(size.ratio(sizes.getFirst(), Delay::p50)),
                                "%.2f".formatted(size.ratio(sizes.getFirst(), Delay::p99)))));
        return table;
    }
}
