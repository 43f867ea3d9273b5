package io.github.simplechat.loadtest.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns, as Markdown, so that a result can be kept as it is. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with a heading. */
    public Table(String... heading) {
        rows.add(List.of(heading));
    }

    /** Adds a row. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        int[] widths =
                IntStream.range(0, rows.getFirst().size())
                        .map(c ->
                                rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
                        .toArray();
        StringBuilder text = new StringBuilder();
        text.append(line(rows.getFirst(), widths));
        text.append(
                IntStream.of(widths)
                        .mapToObj("-"::repeat)
                        .collect(Collectors.joining("-|-", "|-", "-|\n")));
        rows.stream().skip(1).forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(c -> cells.get(c) + " ".repeat(widths[c] - cells.get(c).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
