package io.github.simplechat.query.search.lucene;

import io.github.simplechat.query.search.lucene.KoreanStems.Morpheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Leaves {@link KoreanStems}, without a hole, so that what stood around what is gone are
 * neighbours.
 */
final class KoreanStemFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
    private final PartOfSpeechAttribute speech = addAttribute(PartOfSpeechAttribute.class);
    private Iterator<Morpheme> stems = List.<Morpheme>of().iterator();
    private boolean read;

    KoreanStemFilter(TokenStream input) {
        super(input);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        read = false;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!read) {
            stems = KoreanStems.of(morphemes()).iterator();
            read = true;
        }
        if (!stems.hasNext()) {
            return false;
        }
        Morpheme stem = stems.next();
        clearAttributes();
        term.append(stem.text());
        place.setOffset(stem.start(), stem.end());
        return true;
    }

    private List<Morpheme> morphemes() throws IOException {
        List<Morpheme> morphemes = new ArrayList<>();
        while (input.incrementToken()) {
            morphemes.add(
                    new Morpheme(
                            term.toString(),
                            speech.getLeftPOS(),
                            place.startOffset(),
                            place.endOffset()));
        }
        return morphemes;
    }
}
