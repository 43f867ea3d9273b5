package io.github.simplechat.command.account;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a username may look like. Upper case is accepted and kept in lower case. */
public final class Usernames {

    /** 3 to 64 characters, beginning with a letter or digit. */
    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{2,63}";

    /** The pattern as a sentence for people. */
    public static final String RULE = "must be 3 to 64 of a-z 0-9 . _ - beginning with a-z or 0-9";

    /** The fewest characters of a password. */
    public static final int PASSWORD_MIN = 8;

    /** The most characters of a password. */
    public static final int PASSWORD_MAX = 200;

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private Usernames() {}

    static boolean isValid(String username) {
        return COMPILED.matcher(username).matches();
    }

    static String normalize(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
