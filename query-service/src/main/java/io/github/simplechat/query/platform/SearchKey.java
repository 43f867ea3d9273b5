package io.github.simplechat.query.platform;

import java.text.Normalizer;
import java.util.Locale;

/** Text in the form in which names are looked up: one for all spellings, without case. */
public final class SearchKey {

    private SearchKey() {}

    /** The form of a name. */
    public static String of(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
