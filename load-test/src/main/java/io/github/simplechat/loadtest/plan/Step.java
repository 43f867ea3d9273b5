package io.github.simplechat.loadtest.plan;

/** One thing that has to happen in a room. Every step changes the room by exactly one event. */
public sealed interface Step {

    /** Who does it. */
    Persona who();

    /** Becomes a member. */
    record Joins(Persona who) implements Step {}

    /** Stops being one. */
    record Leaves(Persona who) implements Step {}

    /**
     * Sends a message.
     *
     * @param line where it stands in the log
     * @param minute the minute of the day at which it was said, or -1
     * @param seq the number that it must get in the room, from 1
     * @param key the idempotency key, the same in every run
     */
    record Says(Persona who, int line, int minute, long seq, String text, String key)
            implements Step {}
}
