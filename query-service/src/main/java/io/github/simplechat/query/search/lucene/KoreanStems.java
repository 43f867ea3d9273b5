package io.github.simplechat.query.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.ko.POS;
import org.jspecify.annotations.Nullable;

/**
 * What carries meaning among the morphemes of a Korean text: particles, endings and marks go. A
 * verb gets its dictionary form, which keeps {@code 가다} (to go) apart from the noun {@code 가}.
 */
final class KoreanStems {

    private static final String TO_DO = "하";
    private static final int VERB_OF_FEELING = 3;

    /**
     * A piece of a text.
     *
     * @param tag what it is; null when that is not known
     * @param start its place in the text, in UTF-16 code units
     */
    record Morpheme(String text, POS.@Nullable Tag tag, int start, int end) {

        private Morpheme dictionaryForm() {
            return tag != null && isVerb(tag) ? new Morpheme(text + "다", tag, start, end) : this;
        }

        private boolean isToDo() {
            return text.equals(TO_DO) && tag != null && isVerb(tag);
        }
    }

    private KoreanStems() {}

    /** The stems of a text's morphemes, in their order. */
    static List<Morpheme> of(List<Morpheme> morphemes) {
        List<Morpheme> stems = new ArrayList<>();
        int at = 0;
        while (at < morphemes.size()) {
            Morpheme one = morphemes.get(at);
            Morpheme feeling = verbOfFeeling(morphemes, at);
            if (feeling != null) {
                stems.add(feeling.dictionaryForm());
                at += VERB_OF_FEELING;
            } else {
                if (carriesMeaning(one) && !isSuffix(morphemes, at)) {
                    stems.add(one.dictionaryForm());
                }
                at++;
            }
        }
        return stems;
    }

    /**
     * An adjective with {@code 아하} or {@code 어하} is a verb of its own, {@code 좋다} (good) and {@code
     * 좋아하다} (to like), and is sometimes taken for three morphemes and sometimes for one.
     */
    private static @Nullable Morpheme verbOfFeeling(List<Morpheme> morphemes, int at) {
        if (at + VERB_OF_FEELING > morphemes.size()) {
            return null;
        }
        Morpheme adjective = morphemes.get(at);
        Morpheme ending = morphemes.get(at + 1);
        Morpheme toDo = morphemes.get(at + 2);
        boolean joined = ending.text().equals("아") || ending.text().equals("어");
        return adjective.tag() == POS.Tag.VA && joined && toDo.isToDo()
                ? new Morpheme(
                        adjective.text() + ending.text() + TO_DO,
                        POS.Tag.VV,
                        adjective.start(),
                        toDo.end())
                : null;
    }

    /** {@code 하다} (to do) makes a verb of a noun, whether it is written apart or not. */
    private static boolean isSuffix(List<Morpheme> morphemes, int at) {
        return at > 0 && morphemes.get(at).isToDo() && isNoun(morphemes.get(at - 1).tag());
    }

    private static boolean carriesMeaning(Morpheme morpheme) {
        return morpheme.tag() == null || carriesMeaning(morpheme.tag());
    }

    private static boolean isNoun(POS.@Nullable Tag tag) {
        return tag == POS.Tag.NNG || tag == POS.Tag.NNP;
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
