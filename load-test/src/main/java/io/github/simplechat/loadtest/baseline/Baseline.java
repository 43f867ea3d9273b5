package io.github.simplechat.loadtest.baseline;

import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.live.LiveFeed;
import io.github.simplechat.loadtest.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/** Gathers a crowd, lets it write, and measures. */
final class Baseline {

    private static final int WARM_UP_CALLERS = 16;

    private final BaselineSettings settings;
    private final ApiClient api;
    private final LiveFeed feed;
    private final Progress progress;
    private final Duration settle;

    /**
     * A measurement against that API and that live feed.
     *
     * @param settle how long listeners may take to connect, and the last frames to come
     */
    Baseline(
            BaselineSettings settings,
            ApiClient api,
            LiveFeed feed,
            Progress progress,
            Duration settle) {
        this.settings = settings;
        this.api = api;
        this.feed = feed;
        this.progress = progress;
        this.settle = settle;
    }

    /** The parts that were asked for, open loop first. */
    List<BaselineResult> run() {
        try (Crowd crowd = Crowd.gather(settings, api, feed, progress)) {
            if (!await(() -> crowd.listeners().stream().allMatch(one -> one.seen().connected()))) {
                throw new ApiFailure("The live feed does not connect every listener.");
            }
            RoomCommands once = new RoomCommands(api.with(Patience.NONE));
            Load load = new Load(once, crowd, settings.textLength());
            if (settings.warmUpSeconds() > 0) {
                var _ = load.closed(WARM_UP_CALLERS, settings.warmUpSeconds(), new Measurement());
            }
            List<BaselineResult> results = new ArrayList<>();
            if (settings.rate() > 0) {
                results.add(
                        measure(
                                "open",
                                settings.rate(),
                                crowd,
                                taken -> load.open(settings.rate(), settings.seconds(), taken)));
            }
            if (settings.threads() > 0) {
                results.add(
                        measure(
                                "closed",
                                settings.threads(),
                                crowd,
                                taken ->
                                        load.closed(
                                                settings.threads(), settings.seconds(), taken)));
            }
            return results;
        }
    }

    private BaselineResult measure(
            String loop, int target, Crowd crowd, ToDoubleFunction<Measurement> part) {
        Measurement measurement = new Measurement();
        double seconds = part.applyAsDouble(measurement);
        long expected = measurement.framesExpected(crowd);
        boolean whole = await(() -> measurement.frameNanos(crowd).getTotalCount() >= expected);
        BaselineResult.Times frames = BaselineResult.Times.of(measurement.frameNanos(crowd));
        return new BaselineResult(
                loop,
                target,
                settings.rooms(),
                settings.senders(),
                settings.listeners(),
                seconds,
                measurement.accepted(),
                measurement.slowedDown(),
                measurement.failures(),
                measurement.accepted() / Math.max(seconds, 1e-3),
                BaselineResult.Times.of(measurement.postNanos()),
                frames,
                expected,
                whole ? expected : frames.count());
    }

    private boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + settle.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
