package io.github.simplechat.loadtest.fake;

/**
 * Troubles that are nobody's fault: a client must come through all of them.
 *
 * @param every after how many commands one is in trouble, 0 for never
 * @param kind what happens to that one
 * @param stopAfter from which command on there is no answer at all
 * @param applied whether the last command before that was carried out
 */
public record Troubles(int every, Kind kind, int stopAfter, boolean applied) {

    /** None at all. */
    public static final Troubles NONE = new Troubles(0, Kind.AWAY, Integer.MAX_VALUE, false);

    /** What happens. */
    public enum Kind {
        AWAY,
        SLOW_DOWN,
        ANSWER_LOST,
        CONNECTION_CUT,
        TOKEN_EXPIRED
    }

    /** One kind, every so often. */
    public static Troubles every(int every, Kind kind) {
        return new Troubles(every, kind, Integer.MAX_VALUE, false);
    }

    /** Nothing works from that command on. */
    public static Troubles stopAfter(int commands, boolean applied) {
        return new Troubles(0, Kind.AWAY, commands, applied);
    }
}
