package io.github.simplechat.command.room;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One emoji: a picture, a flag, a keycap, or several pictures joined to one. Written in one way
 * only, so that the same emoji from two keyboards is the same reaction: a picture that is text by
 * default is followed by the variation selector, others are not.
 */
public final class Emoji {

    private static final String VARIATION = "\uFE0F";
    private static final String ELEMENT =
            "(?:[\\p{IsEmoji}&&[^0-9#*\\x{1F1E6}-\\x{1F1FF}\\x{1F3FB}-\\x{1F3FF}]]"
                    + "(?:\\x{FE0F}|\\p{IsEmoji_Modifier}|(?:[\\x{E0020}-\\x{E007E}]{1,8}\\x{E007F}))?"
                    + "|[\\x{1F3FB}-\\x{1F3FF}])";
    private static final Pattern ONE =
            Pattern.compile(
                    "(?:[\\x{1F1E6}-\\x{1F1FF}]{2}|[0-9#*]\\x{FE0F}?\\x{20E3}|"
                            + ELEMENT
                            + "(?:\\x{200D}"
                            + ELEMENT
                            + "){0,5})");
    private static final Pattern TEXT_BY_DEFAULT =
            Pattern.compile(
                    "([\\p{IsEmoji}&&[^\\p{IsEmoji_Presentation}]])"
                            + "(?![\\x{FE0F}\\p{IsEmoji_Modifier}])");
    private static final Pattern NEEDLESS_VARIATION =
            Pattern.compile("(\\p{IsEmoji_Presentation})\\x{FE0F}");

    private Emoji() {}

    /** The emoji as it is kept; empty when the text is not one emoji. */
    public static Optional<String> of(String text) {
        if (!ONE.matcher(text).matches()) {
            return Optional.empty();
        }
        Matcher bare = TEXT_BY_DEFAULT.matcher(text);
        String pictures = bare.replaceAll("$1" + VARIATION);
        return Optional.of(NEEDLESS_VARIATION.matcher(pictures).replaceAll("$1"));
    }
}
