package io.github.simplechat.loadtest.fanout;

import java.util.Arrays;
import java.util.List;

/**
 * A server that is measured.
 *
 * @param dialect how it is spoken to
 * @param api port of its commands
 * @param live port of its live feed
 * @param pids its processes, the stores left out; the last is that of the live feed
 */
record Peer(String name, Dialect dialect, int api, int live, List<Long> pids) {

    Peer {
        pids = List.copyOf(pids);
    }

    /**
     * Reads {@code name,dialect,api port,live port,pid…}.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Peer parse(String written) {
        String[] parts = written.split(",", -1);
        if (parts.length < 5) {
            throw new IllegalArgumentException("Not a server: " + written);
        }
        return new Peer(
                parts[0],
                parts[1].equals("socket.io") ? Dialect.SOCKET_IO : Dialect.PLAIN,
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                Arrays.stream(parts).skip(4).map(Long::valueOf).toList());
    }

    /** The process of the live feed. */
    long livePid() {
        return pids.getLast();
    }

    /** Whether it is one of this project's. */
    boolean isOurs() {
        return name.startsWith("relay");
    }
}
