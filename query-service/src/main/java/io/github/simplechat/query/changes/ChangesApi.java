package io.github.simplechat.query.changes;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Change;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.api.query.Page.Cursors;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.platform.VersionGate;
import io.github.simplechat.query.platform.web.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every change of a room in order, however old, for its members. Asks the event store alone. */
@RestController
@RequestMapping("/v1/rooms/{roomId}/changes")
@Tag(name = "Messages")
final class ChangesApi {

    private final FeedReader feeds;
    private final RoomAccess access;

    ChangesApi(FeedReader feeds, RoomAccess access) {
        this.feeds = feeds;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "The changes of a room after a version; without one, from the beginning")
    ResponseEntity<Page<Change>> page(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @RequestParam(required = false) @Min(-1) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        access.requireMember(roomId, caller.userId());
        long version =
                VersionGate.await(
                        () -> Optional.of(feeds.version(roomId)),
                        Long::longValue,
                        Versioned.required(minVersion));
        long from = after == null ? FeedReader.NO_VERSION : Math.min(after, version);
        List<Change> changes =
                feeds.read(roomId, from, limit).stream()
                        .filter(recorded -> recorded.version() <= version)
                        .map(Changes::of)
                        .toList();
        return Versioned.answer(version, new Page<>(changes, next(changes, version), version));
    }

    private static Cursors next(List<Change> changes, long version) {
        boolean more = !changes.isEmpty() && changes.getLast().version() < version;
        return new Cursors(more ? Long.toString(changes.getLast().version()) : null, null);
    }
}
