package io.github.simplechat.query.search.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Closes the holes that left-out words have made. */
final class NeighbourFilter extends TokenFilter {

    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    NeighbourFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        step.setPositionIncrement(1);
        return true;
    }
}
