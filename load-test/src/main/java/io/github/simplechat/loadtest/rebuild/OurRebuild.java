package io.github.simplechat.loadtest.rebuild;

import io.github.simplechat.api.query.RebuildStatus;
import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rebuild.Projection.Memory;
import io.github.simplechat.query.rebuild.ProjectionEngine;
import io.github.simplechat.query.rebuild.ProjectionSettings;
import io.github.simplechat.query.rebuild.Rebuilds;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.timeline.TimelineProjector;
import io.github.simplechat.query.timeline.TimelineStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * Rebuilds of the timeline as an administrator asks for them, beside one that serves: from the
 * request until the new generation serves. It serves without having been compared.
 */
final class OurRebuild {

    static final String NAME = "timeline";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final CommandNode events;
    private final Memory memory;
    private final IntFunction<TimelineStore> stores;
    private final LongSupplier cpuMicros;

    OurRebuild(
            CommandNode events,
            Memory memory,
            IntFunction<TimelineStore> stores,
            LongSupplier cpuMicros) {
        this.events = events;
        this.memory = memory;
        this.stores = stores;
        this.cpuMicros = cpuMicros;
    }

    /** One rebuild. What it replaces is gone when it returns. */
    Round run(int workers) {
        Projection<TimelineStore> projection = Projection.of(NAME, stores, TimelineProjector::new);
        ProjectionEngine engine =
                new ProjectionEngine(
                        events.bean(EventLog.class),
                        events.bean(FeedReader.class),
                        memory,
                        settings(workers),
                        List.of(new ServedProjection<>(projection)));
        engine.start();
        try {
            await(engine::isCaughtUp);
            Round round = run(engine.rebuilds(NAME));
            await(this::oneIsLeft);
            return round;
        } finally {
            engine.stop();
        }
    }

    private Round run(Rebuilds rebuilds) {
        long cpuBefore = cpuMicros.getAsLong();
        long begun = System.nanoTime();
        RebuildStatus ended = rebuilds.await(rebuilds.begin("benchmark", true).id(), PATIENCE);
        long nanos = System.nanoTime() - begun;
        if (!ended.state().equals("done")) {
            throw new IllegalStateException("The rebuild ended as " + ended.state());
        }
        long taken = events.bean(EventLog.class).head(); // positions have no holes here
        return new Round(taken, nanos, cpuMicros.getAsLong() - cpuBefore);
    }

    /** The number of the generation that serves. */
    int serving() {
        return memory.catalogue().of(NAME).serving().lastEntry().getValue();
    }

    private boolean oneIsLeft() {
        return memory.catalogue().of(NAME).builds().stream().filter(one -> !one.cleared()).count()
                == 1;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("A generation was not ready, or not gone, in time");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** As they are by default, but for what is kept of generations that are not needed any more. */
    private static ProjectionSettings settings(int workers) {
        return new ProjectionSettings(
                4_000,
                workers,
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofSeconds(10),
                5,
                100,
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofSeconds(10),
                4);
    }
}
