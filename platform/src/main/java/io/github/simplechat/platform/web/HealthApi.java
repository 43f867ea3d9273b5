package io.github.simplechat.platform.web;

import java.util.Map;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one page of Actuator that is on the public port: whether everything needed is ready, and
 * nothing more. The rest is on the management port.
 */
@RestController
final class HealthApi {

    private final HealthEndpoint health;

    HealthApi(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Map<String, String>> health() {
        Status status = health.health().getStatus();
        return ResponseEntity.status(Status.UP.equals(status) ? 200 : 503)
                .body(Map.of("status", status.getCode()));
    }
}
