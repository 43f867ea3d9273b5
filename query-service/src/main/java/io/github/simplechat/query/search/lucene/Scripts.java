package io.github.simplechat.query.search.lucene;

import java.lang.Character.UnicodeScript;

/** Which scripts a text is written in. */
final class Scripts {

    private Scripts() {}

    /** Whether Korean stems can be in it. */
    static boolean hasHangul(String text) {
        return text.codePoints().anyMatch(c -> c >= 0x1100 && is(c, UnicodeScript.HANGUL));
    }

    /** Whether it is Japanese beyond doubt. */
    static boolean hasKana(String text) {
        return text.codePoints().anyMatch(Scripts::isKana);
    }

    /** Whether it may be Japanese. */
    static boolean hasKanaOrHan(String text) {
        return text.codePoints()
                .anyMatch(c -> c >= 0x2e80 && (is(c, UnicodeScript.HAN) || isKana(c)));
    }

    /** Whether English stems can be in it. */
    static boolean hasLatin(String text) {
        return text.chars().anyMatch(c -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }

    private static boolean isKana(int c) {
        return c >= 0x3040 && (is(c, UnicodeScript.HIRAGANA) || is(c, UnicodeScript.KATAKANA));
    }

    private static boolean is(int codePoint, UnicodeScript script) {
        return UnicodeScript.of(codePoint) == script;
    }
}
