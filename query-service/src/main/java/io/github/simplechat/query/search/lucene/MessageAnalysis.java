package io.github.simplechat.query.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** How each field sees a text. Thread-safe. */
final class MessageAnalysis {

    /** A token and where it stands in the text, in UTF-16 code units. */
    record Token(String term, int start, int end) {}

    private static final Analyzer ANALYZER =
            new PerFieldAnalyzerWrapper(
                    chain(ICUTokenizer::new, ICUFoldingFilter::new),
                    Map.of(
                            Fields.KOREAN,
                            chain(MessageAnalysis::korean, MessageAnalysis::koreanStems),
                            Fields.JAPANESE,
                            chain(MessageAnalysis::japanese, MessageAnalysis::japaneseStems),
                            Fields.ENGLISH,
                            chain(ICUTokenizer::new, MessageAnalysis::englishStems),
                            Fields.GRAMS,
                            chain(GramTokenizer::new, UnaryOperator.identity())));

    private MessageAnalysis() {}

    static Analyzer analyzer() {
        return ANALYZER;
    }

    /** The tokens that a field makes of a text. */
    static List<Token> tokens(String field, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = ANALYZER.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Texts in memory cannot fail to be read", e);
        }
        return tokens;
    }

    private static Tokenizer korean() {
        return new KoreanTokenizer(
                KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
                null,
                KoreanTokenizer.DecompoundMode.DISCARD,
                false);
    }

    private static TokenStream koreanStems(TokenStream tokens) {
        return new LowerCaseFilter(new KoreanStemFilter(tokens));
    }

    private static Tokenizer japanese() {
        return new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH);
    }

    private static TokenStream japaneseStems(TokenStream tokens) {
        return new NeighbourFilter(
                new LowerCaseFilter(
                        new JapanesePartOfSpeechStopFilter(
                                new JapaneseBaseFormFilter(tokens),
                                JapaneseAnalyzer.getDefaultStopTags())));
    }

    private static TokenStream englishStems(TokenStream tokens) {
        return new KStemFilter(new LowerCaseFilter(new EnglishPossessiveFilter(tokens)));
    }

    private static Analyzer chain(Supplier<Tokenizer> tokens, UnaryOperator<TokenStream> filters) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer tokenizer = tokens.get();
                return new TokenStreamComponents(tokenizer, filters.apply(tokenizer));
            }
        };
    }
}
