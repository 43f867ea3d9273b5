package io.github.simplechat.query.search.lucene;

import io.github.simplechat.api.query.TextRange;
import io.github.simplechat.query.search.FoldedText;
import io.github.simplechat.query.search.Ranges;
import io.github.simplechat.query.search.SearchText;
import io.github.simplechat.query.search.SearchText.Word;
import io.github.simplechat.query.search.lucene.MessageAnalysis.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/**
 * When a message holds a word: when it holds its characters, or, unless the word is quoted, its
 * stems next to one another. What is a whole word counts more than a stem, and a stem more than a
 * part of a word.
 */
final class WordQueries {

    private static final float WHOLE_WORD = 3;
    private static final float STEMS = 2;
    private static final float OTHERS_COUNT = 0.1f;

    private WordQueries() {}

    /** All words; scored by how well they match. */
    static Query scored(SearchText text) {
        return all(text, WordQueries::scored);
    }

    /** All words; without scores. */
    static Query plain(SearchText text) {
        return all(text, WordQueries::plain);
    }

    private static Query all(SearchText text, java.util.function.Function<Word, Query> one) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        text.words().stream().distinct().forEach(word -> all.add(one.apply(word), Occur.MUST));
        return all.build();
    }

    private static Query plain(Word word) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(part(word), Occur.SHOULD);
        stems(word).forEach((field, stems) -> any.add(phrase(field, stems), Occur.SHOULD));
        return any.build();
    }

    private static Query scored(Word word) {
        List<Query> any = new ArrayList<>();
        any.add(new ConstantScoreQuery(part(word)));
        stems(word).forEach((field, stems) -> any.add(new BoostQuery(phrase(field, stems), STEMS)));
        List<String> whole =
                MessageAnalysis.tokens(Fields.WORDS, word.text()).stream()
                        .map(Token::term)
                        .toList();
        if (!whole.isEmpty()) {
            BooleanQuery.Builder both = new BooleanQuery.Builder();
            both.add(phrase(Fields.WORDS, whole), Occur.MUST);
            both.add(part(word), Occur.FILTER);
            any.add(new BoostQuery(both.build(), WHOLE_WORD));
        }
        return new DisjunctionMaxQuery(any, OTHERS_COUNT);
    }

    /** Its characters, anywhere. */
    private static Query part(Word word) {
        Grams.Cover cover = Grams.cover(word.folded());
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (!cover.whole().isEmpty()) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            int first = cover.whole().getFirst().at();
            cover.whole()
                    .forEach(gram ->
                            phrase.add(new Term(Fields.GRAMS, gram.text()), gram.at() - first));
            all.add(phrase.build(), Occur.MUST);
        }
        cover.begun()
                .forEach(begun ->
                        all.add(new PrefixQuery(new Term(Fields.GRAMS, begun)), Occur.MUST));
        return all.build();
    }

    private static Query phrase(String field, List<String> terms) {
        return new PhraseQuery(field, terms.toArray(String[]::new));
    }

    /** Its stems, by the field that knows them. */
    private static Map<String, List<String>> stems(Word word) {
        Map<String, List<String>> stems = new HashMap<>();
        if (!word.literal() && Scripts.hasHangul(word.text())) {
            stems.put(Fields.KOREAN, terms(Fields.KOREAN, word.text()));
        }
        if (!word.literal() && Scripts.hasKana(word.text())) {
            stems.put(Fields.JAPANESE, terms(Fields.JAPANESE, word.text()));
        }
        stems.values().removeIf(List::isEmpty);
        return stems;
    }

    private static List<String> terms(String field, String text) {
        return MessageAnalysis.tokens(field, text).stream().map(Token::term).toList();
    }

    /** Where a text holds the words; empty when one is missing. */
    static List<TextRange> matches(SearchText words, String text) {
        FoldedText folded = FoldedText.of(text);
        Map<String, List<Token>> analysed = new HashMap<>();
        List<TextRange> found = new ArrayList<>();
        for (Word word : words.words()) {
            List<TextRange> places = new ArrayList<>(folded.occurrences(word.folded()));
            stems(word)
                    .forEach((field, stems) ->
                            places.addAll(
                                    places(
                                            stems,
                                            analysed.computeIfAbsent(
                                                    field, f -> MessageAnalysis.tokens(f, text)))));
            if (places.isEmpty()) {
                return List.of();
            }
            found.addAll(places);
        }
        return Ranges.joined(found);
    }

    private static List<TextRange> places(List<String> stems, List<Token> tokens) {
        List<TextRange> places = new ArrayList<>();
        for (int at = 0; at + stems.size() <= tokens.size(); at++) {
            List<Token> piece = tokens.subList(at, at + stems.size());
            if (piece.stream().map(Token::term).toList().equals(stems)) {
                places.add(new TextRange(piece.getFirst().start(), piece.getLast().end()));
            }
        }
        return places;
    }
}
