package io.github.simplechat.command.room;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The usernames that a text may mention: {@code @name}, not in the middle of a word or an address.
 * A full stop, dash or underscore at the end may belong to the name or to the sentence, so both
 * readings are told.
 */
final class MentionedNames {

    private static final int MOST = 100;
    private static final Pattern NAME =
            Pattern.compile("(?<![A-Za-z0-9._@-])@([A-Za-z0-9][A-Za-z0-9._-]{2,63})");
    private static final Pattern TAIL = Pattern.compile("[._-]+$");

    private MentionedNames() {}

    /** Each mention as the names that it may stand for, the longest first, in lower case. */
    static List<List<String>> in(String text) {
        if (text.indexOf('@') < 0) {
            return List.of();
        }
        Set<List<String>> mentions = new LinkedHashSet<>();
        Matcher names = NAME.matcher(text);
        while (mentions.size() < MOST && names.find()) {
            mentions.add(readings(names.group(1).toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(mentions);
    }

    private static List<String> readings(String name) {
        String bare = TAIL.matcher(name).replaceFirst("");
        return bare.equals(name) || bare.length() < 3 ? List.of(name) : List.of(name, bare);
    }
}
