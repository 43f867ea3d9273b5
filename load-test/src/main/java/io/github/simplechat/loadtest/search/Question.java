package io.github.simplechat.loadtest.search;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types, and which messages they mean by it. The judgement is written by hand and
 * knows nothing of how search works.
 *
 * @param collection which messages are asked
 * @param kind what the question tries
 * @param text as it is typed
 * @param wanted what a message they mean holds, each of these
 * @param unwanted what is no such message although it looks like one; null for nothing
 */
record Question(
        Collection collection,
        String kind,
        String text,
        List<Pattern> wanted,
        @Nullable Pattern unwanted) {

    /** Which messages are asked. */
    enum Collection {
        /** Short sentences in Korean. */
        KOREAN,
        /** A channel where people help each other, in English. */
        IRC
    }

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int COLUMNS = 5;

    Question {
        wanted = List.copyOf(wanted);
    }

    /**
     * Reads a line: collection, kind, text, wanted and unwanted, with tabs between them. Wanted and
     * unwanted are regular expressions; {@code " && "} stands between several that are all wanted.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Question parse(String line) {
        List<String> columns = List.of(line.split("\t", -1));
        if (columns.size() != COLUMNS) {
            throw new IllegalArgumentException("Not a question: " + line);
        }
        String unwanted = columns.get(4);
        return new Question(
                Collection.valueOf(columns.get(0).toUpperCase(Locale.ROOT)),
                columns.get(1),
                columns.get(2),
                Stream.of(columns.get(3).split(" && ")).map(Question::pattern).toList(),
                unwanted.isEmpty() ? null : pattern(unwanted));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, FLAGS);
    }

    /** Which of the messages are meant. */
    BitSet answers(List<String> messages) {
        BitSet answers = new BitSet(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            answers.set(i, isMeant(messages.get(i)));
        }
        return answers;
    }

    private boolean isMeant(String message) {
        return wanted.stream().allMatch(part -> part.matcher(message).find())
                && (unwanted == null || !unwanted.matcher(message).find());
    }
}
