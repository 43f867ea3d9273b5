package io.github.simplechat.query.timeline.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.query.Edit;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.api.query.Page.Cursors;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.platform.VersionGate;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.timeline.TimelineReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a message said before, for the members of its room. Asks the event store alone, so nothing
 * is kept here of what was edited away, and nothing can be asked of what was deleted.
 */
@RestController
@RequestMapping("/v1/rooms/{roomId}/messages/{seq}/edits")
@Tag(name = "Messages")
final class EditsApi {

    private final FeedReader feeds;
    private final RoomAccess access;

    EditsApi(FeedReader feeds, RoomAccess access) {
        this.feeds = feeds;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "All versions of a message's text, oldest first; none of a tombstone")
    ResponseEntity<Page<Edit>> page(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @PathVariable @Min(1) long seq,
            @RequestParam(required = false) @Min(-1) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        access.requireMember(roomId, caller.userId());
        VersionGate.await(
                () -> Optional.of(feeds.version(roomId)),
                Long::longValue,
                Versioned.required(minVersion));
        String subject = Long.toString(seq);
        RecordedEvent latest = feeds.latest(roomId, subject).orElseThrow(TimelineReader::notFound);
        long from = after == null ? FeedReader.NO_VERSION : after;
        List<RecordedEvent> found =
                latest.event() instanceof MessageDeleted
                        ? List.of()
                        : feeds.about(roomId, subject, from, limit + 1);
        List<RecordedEvent> shown = found.subList(0, Math.min(limit, found.size()));
        @Nullable String next =
                found.size() > limit ? Long.toString(shown.getLast().version()) : null;
        return Versioned.digested(
                new Page<>(
                        shown.stream().flatMap(EditsApi::edit).toList(),
                        new Cursors(next, null),
                        latest.version()));
    }

    /** Nothing, where its author was erased. */
    private static Stream<Edit> edit(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case MessageSent e -> edit(recorded, e.text());
            case MessageEdited e -> edit(recorded, e.text());
            default -> Stream.empty();
        };
    }

    private static Stream<Edit> edit(RecordedEvent recorded, @Nullable String text) {
        return text == null
                ? Stream.empty()
                : Stream.of(new Edit(recorded.version(), text, recorded.event().at()));
    }
}
