package io.github.simplechat.loadtest.baseline;

/**
 * How much load, and for how long. Everything is bounded.
 *
 * @param rooms how many rooms
 * @param senders how many people write in each
 * @param listeners how many people listen to each
 * @param seconds how long each part is measured
 * @param warmUpSeconds how long it runs before, unmeasured
 * @param rate messages a second in open loop, 0 to leave that part out
 * @param threads callers in closed loop, 0 to leave that part out
 * @param textLength characters of a message
 */
public record BaselineSettings(
        int rooms,
        int senders,
        int listeners,
        int seconds,
        int warmUpSeconds,
        int rate,
        int threads,
        int textLength) {}
