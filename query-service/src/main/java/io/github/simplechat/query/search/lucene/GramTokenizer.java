package io.github.simplechat.query.search.lucene;

import io.github.simplechat.query.search.FoldedText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Cuts a text into {@link Grams}; a piece's position is the place of its first character. */
final class GramTokenizer extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private Iterator<Grams.Gram> grams = List.<Grams.Gram>of().iterator();
    private int last;

    @Override
    public void reset() throws IOException {
        super.reset();
        StringWriter text = new StringWriter();
        input.transferTo(text);
        grams = Grams.of(FoldedText.of(text.toString()).folded()).iterator();
        last = -1;
    }

    @Override
    public boolean incrementToken() {
        if (!grams.hasNext()) {
            return false;
        }
        clearAttributes();
        Grams.Gram gram = grams.next();
        term.append(gram.text());
        step.setPositionIncrement(gram.at() - last);
        last = gram.at();
        return true;
    }
}
