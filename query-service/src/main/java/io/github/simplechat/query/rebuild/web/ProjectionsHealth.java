package io.github.simplechat.query.rebuild.web;

import io.github.simplechat.query.rebuild.ProjectionEngine;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down until every projection that nodes share has caught up once, and while one that serves is
 * failing.
 */
@Component("projectionsHealth")
final class ProjectionsHealth implements HealthIndicator {

    private final ProjectionEngine engine;

    ProjectionsHealth(ProjectionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        boolean ready = engine.isReady() && !engine.isFailing();
        return (ready ? Health.up() : Health.down())
                .withDetail("projections", engine.statuses())
                .build();
    }
}
