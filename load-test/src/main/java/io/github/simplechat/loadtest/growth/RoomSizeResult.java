package io.github.simplechat.loadtest.growth;

import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.bench.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Medians over the rounds of each room, and what they are to the first room's. */
final class RoomSizeResult {

    /**
     * One room.
     *
     * @param firstMicros the send that had to read all of its history
     */
    record Measured(long messages, double firstMicros, List<RoomRound> rounds) {

        Measured(long messages, double firstMicros) {
            this(messages, firstMicros, new ArrayList<>());
        }

        double median(ToDoubleFunction<RoomRound> figure) {
            return Medians.of(rounds, figure);
        }

        /** The median over the pairs of rounds that were run next to each other. */
        double ratio(Measured first, ToDoubleFunction<RoomRound> figure) {
            return Medians.of(
                    IntStream.range(0, rounds.size())
                            .mapToDouble(i ->
                                    figure.applyAsDouble(rounds.get(i))
                                            / figure.applyAsDouble(first.rounds.get(i)))
                            .toArray());
        }
    }

    private final List<Measured> rooms;

    RoomSizeResult(List<Measured> rooms) {
        this.rooms = rooms;
    }

    String describe() {
        return figures() + System.lineSeparator() + ratios();
    }

    private Table figures() {
        Table table =
                new Table(
                        "messages in the room",
                        "warm p50",
                        "warm p99",
                        "cold p50",
                        "cold p99",
                        "CPU/send",
                        "its state in memory",
                        "first send, all events read");
        rooms.forEach(room ->
                table.row(
                        "%,d".formatted(room.messages()),
                        "%,.0f µs".formatted(room.median(RoomRound::warmP50)),
                        "%,.0f µs".formatted(room.median(RoomRound::warmP99)),
                        "%,.0f µs".formatted(room.median(RoomRound::coldP50)),
                        "%,.0f µs".formatted(room.median(RoomRound::coldP99)),
                        "%,.0f µs".formatted(room.median(RoomRound::cpuMicros)),
                        "%,.0f bytes".formatted(room.median(RoomRound::bytes)),
                        "%,.1f ms".formatted(room.firstMicros() / 1e3)));
        return table;
    }

    private Table ratios() {
        Table table =
                new Table(
                        "to the first room",
                        "warm p50",
                        "warm p99",
                        "cold p50",
                        "cold p99",
                        "CPU/send",
                        "its state in memory");
        Measured first = rooms.getFirst();
        rooms.forEach(room ->
                table.row(
                        "%,d".formatted(room.messages()),
                        "%.2f".formatted(room.ratio(first, RoomRound::warmP50)),
                        "%.2f".formatted(room.ratio(first, RoomRound::warmP99)),
                        "%.2f".formatted(room.ratio(first, RoomRound::coldP50)),
                        "%.2f".formatted(room.ratio(first, RoomRound::coldP99)),
                        "%.2f".formatted(room.ratio(first, RoomRound::cpuMicros)),
                        "%.2f".formatted(room.ratio(first, RoomRound::bytes))));
        return table;
    }
}
