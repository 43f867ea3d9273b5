package io.github.simplechat.query.search.lucene;

import java.util.Map;
import java.util.function.Predicate;

/** What a message has in the index. Its text itself is not kept. */
final class Fields {

    /** {@code roomId:seq}. */
    static final String ID = "id";

    static final String ROOM = "room";
    static final String SEQ = "seq";
    static final String VERSION = "version";
    static final String AUTHOR = "author";
    static final String SENT_AT = "sentAt";

    /** The place of its sending among all events. */
    static final String POSITION = "position";

    /** Whole words of any script. */
    static final String WORDS = "words";

    /** Stems of Korean words. */
    static final String KOREAN = "korean";

    /** Stems of Japanese words. */
    static final String JAPANESE = "japanese";

    /** Stems of English words. */
    static final String ENGLISH = "english";

    /** The fields of stems, and whether a text to be looked for can have some. */
    static final Map<String, Predicate<String>> STEMS =
            Map.of(
                    KOREAN, Scripts::hasHangul,
                    JAPANESE, Scripts::hasKana,
                    ENGLISH, Scripts::hasLatin);

    /** Pieces of a few characters, for any part of the text. */
    static final String GRAMS = "grams";

    /** A person who was erased: in a document that is no message and in no room. */
    static final String ERASED = "erased";

    private Fields() {}
}
