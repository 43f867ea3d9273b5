package io.github.simplechat.loadtest.search;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.node.TemporaryFolder;
import io.github.simplechat.query.search.SearchOrder;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chat-load search-speed}. */
@Command(
        name = "search-speed",
        description = "Measures how long the search index takes for a page, by its size.")
public final class SearchSpeedCommand implements Callable<Integer> {

    private static final int ROOMS = 100;
    private static final int PAGE = 50;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    @Mixin private Corpora corpora = new Corpora();

    @Option(
            names = "--messages",
            paramLabel = "N",
            split = ",",
            description = "how many messages an index has, default ${DEFAULT-VALUE}")
    private List<Integer> messages = List.of(10_000, 100_000, 1_000_000);

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "how often all questions are asked, default ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Override
    public Integer call() {
        if (messages.isEmpty() || messages.stream().anyMatch(n -> n < 1) || rounds < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        List<String> said = corpora.texts();
        Table table =
                new Table(
                        "messages", "indexed a second", "order", "p50", "p99", "slowest question");
        messages.forEach(count -> measure(said, count, table));
        System.out.println(Machine.describe());
        System.out.printf(
                "%d questions, %d at the most on a page, one after the other, medians of %d rounds%n",
                Questions.read().size(), PAGE, rounds);
        System.out.print(table);
        return 0;
    }

    private void measure(List<String> said, int count, Table table) {
        long begun = System.nanoTime();
        try (TemporaryFolder folder = TemporaryFolder.create();
                IndexedMessages index = IndexedMessages.in(folder.path(), said, count, ROOMS)) {
            double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
            for (SearchOrder order : SearchOrder.values()) {
                round(index, order); // the first one finds nothing compiled and nothing in memory
                List<Histogram> all =
                        IntStream.range(0, rounds).mapToObj(_ -> round(index, order)).toList();
                table.row(
                        "%,d".formatted(count),
                        "%,.0f".formatted(count / seconds),
                        order.name().toLowerCase(Locale.ROOT),
                        millis(all, 50),
                        millis(all, 99),
                        millis(all, 100));
            }
        }
    }

    private static Histogram round(IndexedMessages index, SearchOrder order) {
        Histogram nanos = new Histogram(3);
        for (Question question : Questions.read()) {
            long begun = System.nanoTime();
            index.page(question.text(), order, PAGE);
            nanos.recordValue(System.nanoTime() - begun);
        }
        return nanos;
    }

    private static String millis(List<Histogram> rounds, double percentile) {
        double nanos = Medians.of(rounds, round -> round.getValueAtPercentile(percentile));
        return "%.2f ms".formatted(nanos / NANOS_PER_MILLI);
    }
}
