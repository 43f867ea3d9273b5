package io.github.simplechat.query.search.lucene;

import io.github.simplechat.query.search.FoldedText;
import io.github.simplechat.query.search.SearchText.Word;
import io.github.simplechat.query.search.lucene.MessageAnalysis.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a word of a question stands for.
 *
 * @param characters texts that a message may hold, folded: the word as it was written, and where it
 *     is made of nouns the nouns without what is joined to them
 * @param stems what may stand next to one another in a message, by the field that knows it
 */
record Meaning(List<String> characters, Map<String, List<String>> stems) {

    private static final int TELLING = 2;

    Meaning {
        characters = List.copyOf(characters);
        stems = Map.copyOf(stems);
    }

    /** A quoted word stands for its characters alone. */
    static Meaning of(Word word) {
        if (word.literal()) {
            return new Meaning(List.of(word.folded()), Map.of());
        }
        Map<String, List<Token>> tokens = new LinkedHashMap<>();
        Fields.STEMS.forEach((field, speaks) -> {
            if (speaks.test(word.text())) {
                tokens.put(field, MessageAnalysis.tokens(field, word.text()));
            }
        });
        tokens.values().removeIf(List::isEmpty);
        List<String> characters = new ArrayList<>(List.of(word.folded()));
        List<Token> korean = tokens.get(Fields.KOREAN);
        if (korean != null) {
            String nouns = asWritten(word.text(), korean);
            if (nouns.codePointCount(0, nouns.length()) >= TELLING
                    && !nouns.equals(word.folded())) {
                characters.add(nouns);
            }
        }
        Map<String, List<String>> stems = new LinkedHashMap<>();
        tokens.forEach((field, all) -> stems.put(field, all.stream().map(Token::term).toList()));
        return new Meaning(characters, stems);
    }

    /** The stems as one text, if that is how they are written; else nothing. */
    private static String asWritten(String text, List<Token> stems) {
        int from = stems.getFirst().start();
        String written = text.substring(from, Math.max(from, stems.getLast().end()));
        String joined = String.join("", stems.stream().map(Token::term).toList());
        return FoldedText.word(written).equals(FoldedText.word(joined))
                ? FoldedText.word(written)
                : "";
    }
}
