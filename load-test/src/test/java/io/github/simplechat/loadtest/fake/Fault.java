package io.github.simplechat.loadtest.fake;

/** What the fake can do wrong. A proof must see each of these. */
public enum Fault {
    /** Acknowledges a message that it does not keep. */
    LOSE_MESSAGE,
    /** Keeps a message twice. */
    DOUBLE_MESSAGE,
    /** Does not know idempotency keys. */
    FORGET_KEYS,
    /** Says that it has done a send before, and stores it again. */
    LIE_ABOUT_KEYS,
    /** Shows a history without one message. */
    HISTORY_LOSES,
    /** Shows one message twice. */
    HISTORY_DOUBLES,
    /** Shows two messages in the wrong order. */
    HISTORY_REORDERS,
    /** Shows the text as it was sent, not as NFC. */
    HISTORY_CHANGES_TEXT,
    /** Shows another author. */
    HISTORY_CHANGES_AUTHOR,
    /** Shows a message whose number has a hole before it. */
    HISTORY_SKIPS_SEQ,
    CHANGES_LOSE,
    CHANGES_DOUBLE,
    CHANGES_REORDER,
    FRAMES_LOSE,
    FRAMES_LOSE_LAST,
    FRAMES_DOUBLE,
    FRAMES_REORDER,
    /** Counts one message too many as unread. */
    UNREAD_OFF_BY_ONE,
    /** Does not keep read markers. */
    MARKER_IGNORED,
    /** Shows half of the history while a rebuild runs. */
    REBUILD_HIDES,
    /** A rebuild loses a message for good. */
    REBUILD_LOSES,
    /** A rebuild ends as failed. */
    REBUILD_FAILS
}
