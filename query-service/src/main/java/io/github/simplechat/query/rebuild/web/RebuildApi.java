package io.github.simplechat.query.rebuild.web;

import io.github.simplechat.api.query.ProjectionStatus;
import io.github.simplechat.api.query.RebuildStatus;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.rebuild.ProjectionEngine;
import io.github.simplechat.query.rebuild.Rebuilds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Looking at projections and building them anew, for administrators. */
@RestController
@PreAuthorize("hasRole('admin')")
@RequestMapping("/v1/admin/projections")
@Tag(name = "Projections")
class RebuildApi {

    private static final String ONE = "/{name}/rebuilds/{id}";

    private final ProjectionEngine engine;

    RebuildApi(ProjectionEngine engine) {
        this.engine = engine;
    }

    @GetMapping
    @Operation(summary = "Every projection and how far it is")
    List<ProjectionStatus> projections() {
        return engine.statuses();
    }

    @PostMapping("/{name}/rebuilds")
    @Operation(summary = "Build a projection anew beside the one that serves, then switch to it")
    ResponseEntity<RebuildStatus> begin(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean anyway) {
        return accepted(name, engine.rebuilds(name).begin(caller.userId().toString(), anyway));
    }

    /** What is to serve. */
    record Wanted(@NotNull @Min(1) Integer generation) {}

    @PostMapping("/{name}/switch")
    @Operation(
            summary =
                    "Let a generation serve: one that served before catches up first, one that is"
                            + " being built takes over whatever it holds")
    ResponseEntity<RebuildStatus> switchTo(
            @PathVariable String name, @RequestBody @Valid Wanted wanted) {
        return accepted(name, engine.rebuilds(name).switchTo(wanted.generation()));
    }

    private static ResponseEntity<RebuildStatus> accepted(String name, RebuildStatus status) {
        URI location = URI.create("/v1/admin/projections/" + name + "/rebuilds/" + status.id());
        return ResponseEntity.accepted().location(location).body(status);
    }

    @GetMapping("/{name}/rebuilds")
    @Operation(summary = "The generations of a projection, the latest first")
    List<RebuildStatus> rebuilds(@PathVariable String name) {
        return engine.rebuilds(name).statuses();
    }

    @GetMapping(path = ONE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far a rebuild is; as text/event-stream until it ends")
    RebuildStatus status(@PathVariable String name, @PathVariable String id) {
        return engine.rebuilds(name).status(id);
    }

    @GetMapping(path = ONE, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable String name, @PathVariable String id) {
        Rebuilds rebuilds = engine.rebuilds(name);
        rebuilds.status(id);
        return RebuildProgress.stream(rebuilds, id);
    }

    @DeleteMapping(ONE)
    @Operation(summary = "Cancel a rebuild; one that has ended stays as it is")
    RebuildStatus cancel(@PathVariable String name, @PathVariable String id) {
        return engine.rebuilds(name).cancel(id);
    }
}
