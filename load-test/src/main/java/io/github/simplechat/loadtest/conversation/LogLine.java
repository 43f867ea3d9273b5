package io.github.simplechat.loadtest.conversation;

/** What one line of a conversation log is. Line numbers start at 1. */
public sealed interface LogLine {

    /** The line's number in its file. */
    int number();

    /**
     * Somebody wrote a message.
     *
     * @param minute the minute of the day that stands before it; -1 where the line has none
     * @param text NFC, 1 to 10,000 code points; an action begins with {@code * nick}
     */
    record Said(int number, int minute, String nick, String text) implements LogLine {}

    /** Somebody joined. */
    record Came(int number, String nick) implements LogLine {}

    /** Somebody left, quit or was kicked out. */
    record Went(int number, String nick) implements LogLine {}

    /** The same person goes on under another nick. */
    record Renamed(int number, String from, String to) implements LogLine {}

    /**
     * {@code === nick text}: an action in the old style if {@code nick} is somebody, else a line
     * that nobody knows. Only the whole log can tell.
     */
    record Aside(int number, String nick, String text) implements LogLine {}

    /** Not playable. Counted and shown, never silently dropped. */
    record Skipped(int number, Reason reason, String raw) implements LogLine {}

    /** Why a line is not played. */
    enum Reason {
        EMPTY("without text"),
        TOO_LONG("over the length limit"),
        NOTICE("server notices"),
        UNKNOWN("not understood");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** How it is called in a summary. */
        public String label() {
            return label;
        }
    }
}
