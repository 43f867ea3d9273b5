package io.github.simplechat.query.search.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Keeps what carries meaning: particles, endings and marks go, without leaving a hole, so that what
 * stood around them are neighbours. A verb gets its dictionary form, which keeps {@code 가다} (to go)
 * apart from the noun {@code 가}.
 */
final class KoreanStemFilter extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final PartOfSpeechAttribute speech = addAttribute(PartOfSpeechAttribute.class);

    KoreanStemFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            POS.Tag tag = speech.getLeftPOS();
            if (tag == null || carriesMeaning(tag)) {
                if (tag != null && isVerb(tag)) {
                    term.append('다');
                }
                step.setPositionIncrement(1);
                return true;
            }
        }
        return false;
    }

    private static boolean isVerb(POS.Tag tag) {
        return switch (tag) {
            case VV, VA, VX, VCN -> true;
            default -> false;
        };
    }

    private static boolean carriesMeaning(POS.Tag tag) {
        return switch (tag) {
            case JKS, JKC, JKG, JKO, JKB, JKV, JKQ, JX, JC -> false;
            case EP, EF, EC, ETN, ETM, VCP, XSA, XSN, XSV, VSV -> false;
            case SF, SP, SSC, SSO, SC, SY, SE -> false;
            default -> true;
        };
    }
}
