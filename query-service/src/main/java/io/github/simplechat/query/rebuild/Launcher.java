package io.github.simplechat.query.rebuild;

import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.query.rebuild.Projection.Generation;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets generations going, and clears them away. */
final class Launcher {

    private static final Logger log = LoggerFactory.getLogger(Launcher.class);

    private final EventLog events;
    private final Checkpoints checkpoints;
    private final ProjectionSettings settings;

    Launcher(EventLog events, Checkpoints checkpoints, ProjectionSettings settings) {
        this.events = events;
        this.checkpoints = checkpoints;
        this.settings = settings;
    }

    /** Sets a generation going that serves, or is to: every node feeds it. */
    <S> RunningGeneration<S> launch(Projection<S> projection, int number) {
        return launch(projection, number, Launcher::always);
    }

    /**
     * Sets a generation going where it stopped.
     *
     * @param allowed whether this node may write into it now
     */
    <S> RunningGeneration<S> launch(Projection<S> projection, int number, BooleanSupplier allowed) {
        GenerationId id = new GenerationId(projection.name(), number);
        long position = checkpoints.position(id);
        long head = events.head();
        if (position > head) {
            log.warn(
                    "{} is at {} but the log ends at {}: it belongs to another log and is built anew",
                    id,
                    position,
                    head);
            clear(projection, id);
        }
        return run(id, projection.open(number), allowed);
    }

    /** Removes a generation with its checkpoint, whether it is there or not. */
    void clear(Projection<?> projection, GenerationId id) {
        checkpoints.forget(id);
        projection.open(id.number()).writer().drop();
    }

    /** Sets a serving generation going again that was stopped. */
    <S> RunningGeneration<S> resume(RunningGeneration<S> stopped) {
        return run(stopped.id(), stopped.generation(), Launcher::always);
    }

    private <S> RunningGeneration<S> run(
            GenerationId id, Generation<S> generation, BooleanSupplier allowed) {
        ProjectionRunner runner =
                new ProjectionRunner(
                        events, checkpoints, settings, id, generation.writer(), allowed);
        return new RunningGeneration<>(id, generation, runner.start());
    }

    private static boolean always() {
        return true;
    }

    ProjectionSettings settings() {
        return settings;
    }

    long head() {
        return events.head();
    }
}
