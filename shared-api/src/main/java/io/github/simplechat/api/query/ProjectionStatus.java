package io.github.simplechat.api.query;

import java.util.List;

/**
 * A projection and how far it is.
 *
 * @param version of the projection in this release; raised when its documents change
 * @param generation which copy serves
 * @param kept copies that could serve again, the latest first
 * @param state {@code running}, {@code catching-up} or {@code failing}
 * @param position the place of the last event that it has taken in
 * @param head the place of the last event there is
 * @param lagMs how long the oldest event that it has not taken in has been waiting, 0 at the head
 * @param eventsPerSecond how fast it went lately
 * @param parked how many feeds are left out, because it could not take in an event of theirs
 */
public record ProjectionStatus(
        String name,
        int version,
        int generation,
        List<Integer> kept,
        String state,
        long position,
        long head,
        long lagMs,
        long eventsPerSecond,
        int parked) {}
