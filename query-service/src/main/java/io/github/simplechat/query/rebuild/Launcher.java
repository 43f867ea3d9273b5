package io.github.simplechat.query.rebuild;

import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.query.rebuild.Projection.Generation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets generations going, and clears them away. */
final class Launcher {

    private static final Logger log = LoggerFactory.getLogger(Launcher.class);

    private final EventLog events;
    private final GenerationRegister register;
    private final ProjectionSettings settings;

    Launcher(EventLog events, GenerationRegister register, ProjectionSettings settings) {
        this.events = events;
        this.register = register;
        this.settings = settings;
    }

    /** Sets the serving generation going, where it stopped. */
    <S> RunningGeneration<S> launchServing(Projection<S> projection) {
        String name = projection.name();
        GenerationId id = new GenerationId(name, register.serving(name));
        long position = register.position(id);
        long head = events.head();
        if (position > head) {
            log.warn(
                    "{} is at {} but the log ends at {}: it belongs to another log and is built anew",
                    id,
                    position,
                    head);
            return launchEmpty(projection, id);
        }
        return launch(projection, id);
    }

    /** Sets a generation going from the beginning; what an interrupted rebuild left is removed. */
    <S> RunningGeneration<S> launchEmpty(Projection<S> projection, GenerationId id) {
        register.forget(id);
        projection.open(id.number()).writer().drop();
        return launch(projection, id);
    }

    private <S> RunningGeneration<S> launch(Projection<S> projection, GenerationId id) {
        return run(id, projection.open(id.number()));
    }

    /** Sets a generation going again that was stopped. */
    <S> RunningGeneration<S> resume(RunningGeneration<S> stopped) {
        return run(stopped.id(), stopped.generation());
    }

    private <S> RunningGeneration<S> run(GenerationId id, Generation<S> generation) {
        ProjectionRunner runner =
                new ProjectionRunner(events, register, settings, id, generation.writer());
        return new RunningGeneration<>(id, generation, runner.start());
    }

    /** Lets a generation serve, here and after every restart. */
    void serve(GenerationId id) {
        register.serve(id);
    }

    /** Stops a generation and removes it with its checkpoint. */
    void discard(RunningGeneration<?> unwanted) {
        unwanted.runner().stop();
        register.forget(unwanted.id());
        unwanted.generation().writer().drop();
    }

    ProjectionSettings settings() {
        return settings;
    }

    long head() {
        return events.head();
    }
}
