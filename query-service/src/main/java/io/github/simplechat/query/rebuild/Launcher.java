package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.query.rebuild.Projection.Generation;
import io.github.simplechat.query.rebuild.Projection.Memory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets generations going, and clears them away. */
final class Launcher {

    private static final Logger log = LoggerFactory.getLogger(Launcher.class);

    private final EventLog events;
    private final FeedReader feeds;
    private final Memory memory;
    private final ProjectionSettings settings;
    private final Throttle throttle;

    Launcher(
            EventLog events,
            FeedReader feeds,
            Memory memory,
            ProjectionSettings settings,
            Throttle throttle) {
        this.throttle = throttle;
        this.events = events;
        this.feeds = feeds;
        this.memory = memory;
        this.settings = settings;
    }

    /** Sets a generation going that serves, or is to: every node feeds it. */
    <S> RunningGeneration<S> launch(Projection<S> projection, int number) {
        return launch(projection, number, Launcher::always, Throttle.NONE);
    }

    /**
     * Sets a generation going where it stopped, beside the one that serves: it gives way to queries
     * until it serves itself.
     *
     * @param allowed whether this node may write into it now
     */
    <S> RunningGeneration<S> launch(Projection<S> projection, int number, BooleanSupplier allowed) {
        return launch(projection, number, allowed, throttle);
    }

    private <S> RunningGeneration<S> launch(
            Projection<S> projection, int number, BooleanSupplier allowed, Throttle given) {
        GenerationId id = new GenerationId(projection.name(), number);
        long position = memory.checkpoints().position(id);
        long head = events.head();
        if (position > head) {
            log.warn(
                    "{} is at {} but the log ends at {}: it belongs to another log and is built anew",
                    id,
                    position,
                    head);
            clear(projection, id);
        }
        return run(id, projection.open(number), memory.checkpoints(), Share.WHOLE, allowed, given);
    }

    /** Sets this node's share of a divided generation going. */
    <S> RunningGeneration<S> launch(
            Projection<S> projection, GenerationId id, Share share, BooleanSupplier allowed) {
        return run(
                id, projection.open(id.number()), new ShareStart(share), share, allowed, throttle);
    }

    /** Everything up to a place is in a generation, whoever took it in. */
    void reached(GenerationId id, long position) {
        memory.checkpoints().advance(id, position);
    }

    /** Removes a generation with its checkpoint, whether it is there or not. */
    void clear(Projection<?> projection, GenerationId id) {
        memory.checkpoints().forget(id);
        memory.parked().forget(id);
        projection.open(id.number()).writer().drop();
    }

    /** Sets a serving generation going again that was stopped. */
    <S> RunningGeneration<S> resume(RunningGeneration<S> stopped) {
        return run(
                stopped.id(),
                stopped.generation(),
                memory.checkpoints(),
                Share.WHOLE,
                Launcher::always,
                Throttle.NONE);
    }

    private <S> RunningGeneration<S> run(
            GenerationId id,
            Generation<S> generation,
            Checkpoints checkpoints,
            Share share,
            BooleanSupplier allowed,
            Throttle given) {
        ProjectionWriter writer = new PartedWriter(generation.writer(), settings.workers());
        Parking parking =
                new Parking(id, memory.parked(), feeds, writer, settings.parkedFeeds(), share);
        ProjectionRunner runner =
                new ProjectionRunner(events, checkpoints, settings, id, parking, allowed)
                        .throttled(given);
        return new RunningGeneration<>(id, generation, runner.start());
    }

    private static boolean always() {
        return true;
    }

    /** The parked feeds of a generation. */
    List<ParkedFeed> parked(RunningGeneration<?> running) {
        return memory.parked().of(running.id());
    }

    /**
     * Tries a parked feed again.
     *
     * @return the feed as it is still parked; empty when it goes on
     * @throws Rejection {@code not-found} when it is not parked
     */
    Optional<ParkedFeed> retry(RunningGeneration<?> running, UUID feedId) {
        ParkedFeed feed =
                memory.parked()
                        .find(running.id(), feedId)
                        .orElseThrow(
                                () -> new Rejection(Reason.NOT_FOUND, "This feed is not parked."));
        ProjectionWriter writer = running.generation().writer();
        boolean goesOn = new Retry(running.id(), memory.parked(), feeds, writer).of(feed);
        return goesOn ? Optional.empty() : memory.parked().find(running.id(), feedId);
    }

    Throttle throttle() {
        return throttle;
    }

    ProjectionSettings settings() {
        return settings;
    }

    long head() {
        return events.head();
    }

    /** Where a share begins; how far it is, the lineage remembers with each beat. */
    private record ShareStart(Share share) implements Checkpoints {

        @Override
        public long position(GenerationId generation) {
            return share.from();
        }

        @Override
        public void advance(GenerationId generation, long position) {}

        @Override
        public void forget(GenerationId generation) {}
    }
}
