package io.github.simplechat.loadtest.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Every message is looked at, whether it holds each word of the question, in whatever case. */
final class SubstringScan implements Finder {

    private final List<String> messages;

    SubstringScan(List<String> messages) {
        this.messages = messages.stream().map(SubstringScan::folded).toList();
    }

    @Override
    public List<Integer> find(String question) {
        List<String> words = words(folded(question));
        return IntStream.range(0, messages.size())
                .filter(i -> words.stream().allMatch(messages.get(i)::contains))
                .boxed()
                .toList();
    }

    private static List<String> words(String question) {
        boolean quoted =
                question.length() > 1 && question.startsWith("\"") && question.endsWith("\"");
        return quoted
                ? List.of(question.substring(1, question.length() - 1))
                : List.of(question.split(" "));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
