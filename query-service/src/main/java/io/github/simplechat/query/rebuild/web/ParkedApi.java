package io.github.simplechat.query.rebuild.web;

import io.github.simplechat.api.query.ParkedFeedStatus;
import io.github.simplechat.query.rebuild.ParkedFeed;
import io.github.simplechat.query.rebuild.ProjectionEngine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What projections could not take in, for administrators. */
@RestController
@PreAuthorize("hasRole('admin')")
@RequestMapping("/v1/admin/projections/{name}/parked")
@Tag(name = "Projections")
class ParkedApi {

    private final ProjectionEngine engine;

    ParkedApi(ProjectionEngine engine) {
        this.engine = engine;
    }

    @GetMapping
    @Operation(summary = "The feeds that a projection leaves out, the oldest failure first")
    List<ParkedFeedStatus> parked(@PathVariable String name) {
        return engine.parked(name).stream().map(ParkedApi::status).toList();
    }

    @PostMapping("/{feedId}/retries")
    @Operation(summary = "Take in what was left out of a feed, in order, and go on with it")
    ParkedFeedStatus retry(@PathVariable String name, @PathVariable UUID feedId) {
        return engine.retry(name, feedId).map(ParkedApi::status).orElseGet(() -> resumed(feedId));
    }

    private static ParkedFeedStatus status(ParkedFeed feed) {
        return new ParkedFeedStatus(
                feed.feedId(),
                "parked",
                feed.version(),
                feed.position(),
                feed.event(),
                feed.error(),
                feed.since(),
                feed.attempts(),
                feed.last());
    }

    private static ParkedFeedStatus resumed(UUID feedId) {
        return new ParkedFeedStatus(feedId, "resumed", null, null, null, null, null, null, null);
    }
}
