package io.github.simplechat.standalone;

import java.time.Duration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;

/** Whether a context's health is up: its stores answer, its projections have caught up. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Readiness() {}

    static boolean isUp(ApplicationContext context) {
        return Status.UP.equals(context.getBean(HealthEndpoint.class).health().getStatus());
    }

    /** Waits for as long as it takes: a large store takes long to be projected again. */
    static void await(ApplicationContext context) {
        while (!isUp(context)) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while starting.", e);
            }
        }
    }
}
