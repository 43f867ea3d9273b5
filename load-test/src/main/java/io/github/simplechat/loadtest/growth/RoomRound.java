package io.github.simplechat.loadtest.growth;

/**
 * What one round of a room has shown.
 *
 * @param warmP50 microseconds of a send to a room that the service has in memory
 * @param coldP50 microseconds of a send to a room that it has forgotten
 * @param cpuMicros processor time of a warm send
 * @param bytes heap that the room's state takes
 */
record RoomRound(
        double warmP50,
        double warmP99,
        double coldP50,
        double coldP99,
        double cpuMicros,
        double bytes) {}
