package io.github.simplechat.query.rebuild.web;

import io.github.simplechat.query.rebuild.ProjectionEngine;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Down until every projection that nodes share has caught up once, and while one that serves is
 * failing.
 */
@Component("projectionsHealth")
final class ProjectionsHealth extends AbstractHealthIndicator {

    private final ProjectionEngine engine;

    ProjectionsHealth(ProjectionEngine engine) {
        super("Projections cannot be looked at");
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean ready = engine.isReady() && !engine.isFailing();
        (ready ? health.up() : health.down()).withDetail("projections", engine.statuses());
    }
}
