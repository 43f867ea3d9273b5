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
        Meaning meaning = Meaning.of(word);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        meaning.characters().forEach(text -> any.add(part(text), Occur.SHOULD));
        meaning.stems().forEach((field, stems) -> any.add(phrase(field, stems), Occur.SHOULD));
        return any.build();
    }

    private static Query scored(Word word) {
        Meaning meaning = Meaning.of(word);
        List<Query> any = new ArrayList<>();
        meaning.characters().forEach(text -> any.add(new ConstantScoreQuery(part(text))));
        meaning.stems()
                .forEach((field, stems) -> any.add(new BoostQuery(phrase(field, stems), STEMS)));
        List<String> whole =
                MessageAnalysis.tokens(Fields.WORDS, word.text()).stream()
                        .map(Token::term)
                        .toList();
        if (!whole.isEmpty()) {
            BooleanQuery.Builder both = new BooleanQuery.Builder();
            both.add(phrase(Fields.WORDS, whole), Occur.MUST);
            both.add(part(word.folded()), Occur.FILTER);
            any.add(new BoostQuery(both.build(), WHOLE_WORD));
        }
        return new DisjunctionMaxQuery(any, OTHERS_COUNT);
    }

    /** These characters, anywhere. */
    private static Query part(String folded) {
        Grams.Cover cover = Grams.cover(folded);
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

    /** Where a text holds the words; empty when one is missing. */
    static List<TextRange> matches(SearchText words, String text) {
        FoldedText folded = FoldedText.of(text);
        Map<String, List<Token>> analysed = new HashMap<>();
        List<TextRange> found = new ArrayList<>();
        for (Word word : words.words()) {
            Meaning meaning = Meaning.of(word);
            List<TextRange> places = new ArrayList<>();
            meaning.characters().forEach(one -> places.addAll(folded.occurrences(one)));
            meaning.stems()
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
