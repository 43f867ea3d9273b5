package io.github.simplechat.api;

/** Limits that are part of the contract and not settings. */
public final class Limits {

    /** The longest message, in Unicode code points. */
    public static final int MESSAGE_CODE_POINTS = 10_000;

    /** The longest room name, in characters. */
    public static final int ROOM_NAME = 100;

    /** The longest topic of a room, in characters. */
    public static final int ROOM_TOPIC = 1_000;

    /** The most items on one page of a query. */
    public static final int PAGE = 200;

    private Limits() {}
}
