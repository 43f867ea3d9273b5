package io.github.simplechat.loadtest.faults;

import io.github.simplechat.loadtest.proof.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Blows to Redis, one after the other, while people speak and listen.
 *
 * @param rooms how many
 * @param rate messages a second, in all rooms together
 * @param sweep how often the relay nodes compare feeds with the event store
 * @param seed of the blows and of who comes and goes
 */
record FaultCampaign(List<Blow> blows, int rooms, int rate, Duration sweep, long seed) {

    private static final double NANOS_A_MILLI = 1e6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CALM = Duration.ofSeconds(1);

    /** Longer than a publish waits for its answer, and than a node waits before it tries again. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /**
     * What a blow led to.
     *
     * @param millis from its end until those who stayed had been shown all that had been said
     *     before its end
     * @param inTime false when that was given up
     */
    record Recovery(RedisFault fault, double millis, boolean inTime) {}

    /**
     * What was found.
     *
     * @param listeners how far each listener is from what their room holds
     * @param lost connections that ended by themselves
     */
    record Outcome(
            List<Recovery> recoveries,
            List<Tally> listeners,
            long said,
            long unsaid,
            long frames,
            long refused,
            long lost) {}

    /** Runs it. */
    Outcome run(Consumer<String> progress) {
        try (Stage stage = new Stage(rooms, sweep);
                Audience audience = stage.listen(seed, PATIENCE);
                Writers writers = stage.speak(rate)) {
            List<Recovery> recoveries = new ArrayList<>();
            for (Blow blow : blows) {
                pause(CALM);
                Recovery recovery = strike(blow, stage, audience, writers);
                recoveries.add(recovery);
                progress.accept(
                        "%d of %d: %s, %,d ms; %s after %,.0f ms"
                                .formatted(
                                        recoveries.size(),
                                        blows.size(),
                                        blow.fault().description(),
                                        blow.length().toMillis(),
                                        recovery.inTime() ? "all shown" : "NOT ALL SHOWN",
                                        recovery.millis()));
            }
            writers.finish();
            List<Tally> listeners = audience.finish(stage.lasts(), PATIENCE, SILENCE);
            return new Outcome(
                    recoveries,
                    listeners,
                    writers.said(),
                    writers.refused(),
                    audience.frames(),
                    audience.refused(),
                    audience.lost());
        }
    }

    private static Recovery strike(Blow blow, Stage stage, Audience audience, Writers writers) {
        blow.fault().begin(stage.redis());
        pause(blow.length());
        blow.fault().end(stage.redis());
        long ended = System.nanoTime();
        boolean inTime = audience.awaitReached(writers.reached(), PATIENCE);
        return new Recovery(blow.fault(), (System.nanoTime() - ended) / NANOS_A_MILLI, inTime);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
