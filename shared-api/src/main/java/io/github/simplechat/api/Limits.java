package io.github.simplechat.api;

/** Limits that are part of the contract and not settings. */
public final class Limits {

    /** The longest message, in Unicode code points. */
    public static final int MESSAGE_CODE_POINTS = 10_000;

    /** The longest room name, in characters. */
    public static final int ROOM_NAME = 100;

    /** The longest topic of a room, in characters. */
    public static final int ROOM_TOPIC = 1_000;

    /** The longest pause of slow mode, in seconds. */
    public static final int SLOW_MODE_SECONDS = 21_600;

    /** The most people that one message mentions. */
    public static final int MENTIONS = 50;

    /** The most files that go with one message. */
    public static final int ATTACHMENTS = 10;

    /** The most pinned messages of a room. */
    public static final int PINS = 50;

    /** The most items on one page of a query. */
    public static final int PAGE = 200;

    /** The most rooms of one call to catch up. */
    public static final int SYNC_ROOMS = 300;

    /** The most changes in one answer to catch up. */
    public static final int SYNC_CHANGES = 1_000;

    private Limits() {}
}
