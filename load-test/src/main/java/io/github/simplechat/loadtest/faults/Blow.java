package io.github.simplechat.loadtest.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A fault, and how long it lasts. */
record Blow(RedisFault fault, Duration length) {

    /**
     * So many of them; every fault comes once before one comes again.
     *
     * @param seed the same one gives the same ones
     * @param longest how long one may last
     */
    static List<Blow> series(int count, long seed, Duration longest) {
        Random random = new Random(seed);
        List<Blow> all = new ArrayList<>();
        while (all.size() < count) {
            List<RedisFault> once = new ArrayList<>(Arrays.asList(RedisFault.values()));
            Collections.shuffle(once, random);
            once.forEach(fault ->
                    all.add(
                            new Blow(
                                    fault,
                                    Duration.ofMillis(random.nextLong(longest.toMillis() + 1)))));
        }
        return List.copyOf(all.subList(0, count));
    }
}
