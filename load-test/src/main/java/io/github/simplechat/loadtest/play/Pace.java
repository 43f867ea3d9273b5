package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.plan.Step;

/** Holds messages back until the log's clock says so. One per room, used by one thread. */
final class Pace {

    private static final int DAY = 24 * 60;
    private static final double NANOS_PER_MINUTE = 60e9;

    private final double speed;
    private final long begun = System.nanoTime();
    private int first = -1;
    private int last = -1;
    private int days;

    /**
     * A clock that starts with the first message.
     *
     * @param speed how many times faster than the log; 0 never waits
     */
    Pace(double speed) {
        this.speed = speed;
    }

    void await(Step.Says says) {
        if (speed <= 0 || says.minute() < 0) {
            return;
        }
        long wait = dueNanos(says.minute()) - (System.nanoTime() - begun);
        if (wait > 0) {
            try {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** When a message of that minute is due, after the start; a log may go past midnight. */
    long dueNanos(int minute) {
        if (first < 0) {
            first = minute;
        } else if (minute < last) {
            days++;
        }
        last = minute;
        return (long) ((days * DAY + minute - first) * NANOS_PER_MINUTE / speed);
    }
}
