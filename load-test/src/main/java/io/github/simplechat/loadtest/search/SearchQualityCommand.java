package io.github.simplechat.loadtest.search;

import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.node.TemporaryFolder;
import io.github.simplechat.loadtest.search.Question.Collection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chat-load search-quality}. */
@Command(
        name = "search-quality",
        description =
                "Asks the search index questions with known answers, beside a substring scan.")
public final class SearchQualityCommand implements Callable<Integer> {

    @Mixin private Corpora corpora = new Corpora();

    @Option(
            names = "--differences",
            paramLabel = "N",
            description =
                    "shows so many messages for each question where index and judgement differ")
    private int differences;

    private record Asked(Question question, Verdict index, Verdict scan) {}

    @Override
    public Integer call() {
        Map<Collection, List<String>> collections = corpora.read();
        List<Asked> asked = new ArrayList<>();
        collections.forEach((collection, messages) -> asked.addAll(ask(collection, messages)));
        collections.forEach((collection, messages) ->
                System.out.printf("%s: %,d messages%n", collection, messages.size()));
        System.out.print(table(asked));
        return 0;
    }

    private List<Asked> ask(Collection collection, List<String> messages) {
        List<Asked> asked = new ArrayList<>();
        SubstringScan scan = new SubstringScan(messages);
        try (TemporaryFolder folder = TemporaryFolder.create();
                IndexedMessages index = IndexedMessages.in(folder.path(), messages)) {
            for (Question question : Questions.read()) {
                if (question.collection() == collection) {
                    BitSet meant = question.answers(messages);
                    List<Integer> found = index.find(question.text());
                    show(question, messages, meant, found);
                    asked.add(
                            new Asked(
                                    question,
                                    Verdict.of(meant, found),
                                    Verdict.of(meant, scan.find(question.text()))));
                }
            }
        }
        return asked;
    }

    private void show(Question question, List<String> messages, BitSet meant, List<Integer> found) {
        if (differences > 0) {
            BitSet hits = new BitSet();
            found.forEach(hits::set);
            BitSet missed = (BitSet) meant.clone();
            missed.andNot(hits);
            hits.andNot(meant);
            System.out.printf(
                    "%s: %d missed, %d too many%n",
                    question.text(), missed.cardinality(), hits.cardinality());
            missed.stream()
                    .limit(differences)
                    .forEach(i -> System.out.println("  - " + messages.get(i)));
            hits.stream()
                    .limit(differences)
                    .forEach(i -> System.out.println("  + " + messages.get(i)));
        }
    }

    private static Table table(List<Asked> asked) {
        Map<String, List<Asked>> kinds = new LinkedHashMap<>();
        for (Asked one : asked) {
            String kind = one.question().collection() + ", " + one.question().kind();
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(one);
        }
        Table table =
                new Table(
                        "questions",
                        "number",
                        "recall",
                        "precision",
                        "of the first ten",
                        "scan: recall",
                        "scan: precision");
        kinds.forEach((kind, questions) -> row(table, kind, questions));
        row(table, "all", asked);
        return table;
    }

    private static void row(Table table, String kind, List<Asked> questions) {
        table.row(
                kind,
                String.valueOf(questions.size()),
                mean(questions, one -> one.index().recall()),
                mean(questions, one -> one.index().precision()),
                mean(questions, one -> one.index().precisionAtFirst()),
                mean(questions, one -> one.scan().recall()),
                mean(questions, one -> one.scan().precision()));
    }

    private static String mean(List<Asked> questions, ToDoubleFunction<Asked> figure) {
        return "%.3f"
                .formatted(questions.stream().mapToDouble(figure).average().orElse(Double.NaN));
    }
}
