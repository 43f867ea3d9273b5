package io.github.simplechat.query.search;

import io.github.simplechat.api.query.TextRange;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A text in the form in which texts are compared: composed, without case, width and the accents of
 * European letters, any white space as one blank, with a blank before and after. It remembers where
 * each of its characters comes from.
 */
public final class FoldedText {

    private final String folded;
    private final int[] starts;
    private final int[] ends;

    private FoldedText(Builder built) {
        this.folded = built.folded.toString();
        this.starts = Arrays.copyOf(built.starts, folded.length());
        this.ends = Arrays.copyOf(built.ends, folded.length());
    }

    /** Folds a text. Places are those of its NFC form, which is how messages are stored. */
    public static FoldedText of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        Builder builder = new Builder();
        builder.append(" ", 0, 0);
        int from = 0;
        while (from < composed.length()) {
            int to = endOfCharacter(composed, from);
            builder.append(fold(composed.substring(from, to)), from, to);
            from = to;
        }
        builder.append(" ", composed.length(), composed.length());
        return new FoldedText(builder);
    }

    /** The form of a word alone, without the blanks around it. */
    public static String word(String word) {
        return of(word).folded.strip();
    }

    /** A letter with the marks that belong to it. */
    private static int endOfCharacter(String text, int from) {
        int to = from + Character.charCount(text.codePointAt(from));
        while (to < text.length() && isMark(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    private static String fold(String character) {
        int first = character.codePointAt(0);
        if (first < 0x80 && character.length() == 1) {
            return Character.isWhitespace(first) || Character.isISOControl(first)
                    ? " "
                    : String.valueOf((char) Character.toLowerCase(first));
        }
        if (Character.isWhitespace(first) || Character.isSpaceChar(first)) {
            return " ";
        }
        if (Character.getType(first) == Character.FORMAT) {
            return "";
        }
        String compatible = Normalizer.normalize(character, Normalizer.Form.NFKC);
        String plain = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return hasEuropeanAccents(plain) ? withoutMarks(plain) : plain;
    }

    private static boolean hasEuropeanAccents(String character) {
        return switch (Character.UnicodeScript.of(character.codePointAt(0))) {
            case LATIN, GREEK, CYRILLIC -> true;
            default -> false;
        };
    }

    private static String withoutMarks(String character) {
        return Normalizer.normalize(character, Normalizer.Form.NFD)
                .codePoints()
                .filter(codePoint -> !isMark(codePoint))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The folded text, with its blank before and after. */
    public String folded() {
        return folded;
    }

    /** Where in the text a piece of the folded text comes from. */
    public TextRange source(int from, int to) {
        return new TextRange(starts[from], ends[to - 1]);
    }

    /** Every place where a folded word occurs, also inside of words. */
    public List<TextRange> occurrences(String word) {
        List<TextRange> found = new ArrayList<>();
        int at = folded.indexOf(word);
        while (at >= 0) {
            found.add(source(at, at + word.length()));
            at = folded.indexOf(word, at + word.length());
        }
        return found;
    }

    private static final class Builder {

        private final StringBuilder folded = new StringBuilder();
        private int[] starts = new int[64];
        private int[] ends = new int[64];

        void append(String piece, int from, int to) {
            if (piece.equals(" ")
                    && !folded.isEmpty()
                    && folded.charAt(folded.length() - 1) == ' ') {
                return;
            }
            for (int i = 0; i < piece.length(); i++) {
                add(piece.charAt(i), from, to);
            }
        }

        private void add(char folding, int from, int to) {
            int at = folded.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, 2 * at);
                ends = Arrays.copyOf(ends, 2 * at);
            }
            folded.append(folding);
            starts[at] = from;
            ends[at] = to;
        }
    }
}
