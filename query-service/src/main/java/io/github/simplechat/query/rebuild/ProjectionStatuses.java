package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.query.ProjectionStatus;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.UndecodableEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far projections are, against one look at the head of the log. */
final class ProjectionStatuses {

    private final EventLog events;
    private final long head;

    ProjectionStatuses(EventLog events) {
        this.events = events;
        this.head = events.head();
    }

    Optional<ProjectionStatus> of(Generations<?> generations) {
        ServedProjection<?> served = generations.served();
        return served.current()
                .map(running ->
                        new ProjectionStatus(
                                running.id().projection(),
                                served.projection().version(),
                                running.id().number(),
                                generations.latest().kept().stream().map(Build::number).toList(),
                                state(served, running.runner()),
                                running.position(),
                                head,
                                lagMillis(running.position()),
                                running.runner().eventsPerSecond(),
                                generations.parked().size()));
    }

    private static String state(ServedProjection<?> served, ProjectionRunner runner) {
        if (runner.isFailing()) {
            return "failing";
        }
        return served.isCaughtUp() ? "running" : "catching-up";
    }

    /** How long the oldest event that is still to be taken in has been waiting. */
    private long lagMillis(long position) {
        if (position >= head) {
            return 0;
        }
        return next(position).stream()
                .mapToLong(next -> Duration.between(next.event().at(), Instant.now()).toMillis())
                .map(waiting -> Math.max(0, waiting))
                .findFirst()
                .orElse(0);
    }

    /** Nothing when it cannot be decoded: the state tells that. */
    private List<RecordedEvent> next(long position) {
        try {
            return events.read(position, 1, Duration.ZERO);
        } catch (UndecodableEvent e) {
            return List.of();
        }
    }
}
