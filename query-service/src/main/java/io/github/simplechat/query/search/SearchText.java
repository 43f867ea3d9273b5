package io.github.simplechat.query.search;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is looked for. A message matches when it holds every word, in any order; between double
 * quotes stands a text that it must hold literally, blanks included.
 *
 * @param words at least one
 */
public record SearchText(List<Word> words) {

    /** The longest question, in Unicode code points. */
    public static final int CODE_POINTS = 200;

    /** The most words in one question. */
    public static final int WORDS = 16;

    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");

    /**
     * One word or quoted text.
     *
     * @param text as it was written, NFC
     * @param folded in the form of {@link FoldedText}; never empty
     * @param literal whether it was quoted, so that only the very text will do
     */
    public record Word(String text, String folded, boolean literal) {}

    /** Whose words these are cannot change them. */
    public SearchText {
        words = List.copyOf(words);
    }

    /**
     * Reads a question.
     *
     * @throws Rejection {@code invalid-request} when it is too long or asks for nothing
     */
    public static SearchText parse(String question) {
        if (question.codePointCount(0, question.length()) > CODE_POINTS) {
            throw invalid("'q' has at most " + CODE_POINTS + " characters.");
        }
        Matcher parts = PART.matcher(Normalizer.normalize(question, Normalizer.Form.NFC));
        List<Word> words = new ArrayList<>();
        while (parts.find()) {
            boolean literal = parts.group(1) != null;
            String text = literal ? parts.group(1) : parts.group(2);
            String folded = FoldedText.word(text);
            if (!folded.isEmpty()) {
                words.add(new Word(text, folded, literal));
            }
        }
        if (words.isEmpty()) {
            throw invalid("'q' must hold at least one word.");
        }
        if (words.size() > WORDS) {
            throw invalid("'q' has at most " + WORDS + " words.");
        }
        return new SearchText(words);
    }

    private static Rejection invalid(String detail) {
        return new Rejection(Reason.INVALID_REQUEST, detail);
    }
}
