package io.github.simplechat.query.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What serving projections leave out; each reading asks the store where that is remembered. */
final class ProjectionMetrics implements MeterBinder {

    private final ProjectionEngine engine;

    ProjectionMetrics(ProjectionEngine engine) {
        this.engine = engine;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String projection : engine.names()) {
            gauge(
                    registry,
                    projection,
                    "projection.parked.feeds",
                    "Feeds that the serving generation leaves out",
                    List::size);
            gauge(
                    registry,
                    projection,
                    "projection.parked.events",
                    "Events of those feeds that wait to be taken in",
                    feeds -> feeds.stream().mapToLong(ParkedFeed::events).sum());
        }
    }

    private void gauge(
            MeterRegistry registry,
            String projection,
            String name,
            String description,
            ToDoubleFunction<List<ParkedFeed>> figure) {
        Gauge.builder(name, engine, known -> figure.applyAsDouble(known.parked(projection)))
                .description(description)
                .tag("projection", projection)
                .register(registry);
    }
}
