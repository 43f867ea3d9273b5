package io.github.simplechat.query.timeline.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.platform.PageRequest;
import io.github.simplechat.query.platform.Window;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.TimelineReader;
import io.github.simplechat.query.timeline.TimelineReader.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of a room, for its members. */
@RestController
@RequestMapping("/v1/rooms/{roomId}/messages")
@Tag(name = "Messages")
final class TimelineApi {

    private static final long FIRST_SEQ = 1;

    private final TimelineReader timeline;
    private final RoomAccess access;

    TimelineApi(TimelineReader timeline, RoomAccess access) {
        this.timeline = timeline;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "A page of history, oldest first; without a place, the newest page")
    ResponseEntity<Page<Message>> page(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @RequestParam(required = false) @Min(1) @Nullable Long before,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(required = false) @Min(1) @Nullable Long around,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        PageRequest request = new PageRequest(before, after, around, limit);
        access.requireMember(roomId, caller.userId());
        View view = timeline.view(roomId, Versioned.required(minVersion));
        Head head = view.head();
        Window window = Window.of(request, FIRST_SEQ, head.lastSeq());
        List<Message> shown = view.store().page(roomId, window);
        return Versioned.messages(
                Long.toString(head.version()),
                shown,
                new Page<>(shown, window.cursors(), head.version()));
    }

    @GetMapping("/{seq}")
    @Operation(summary = "One message, or its tombstone")
    ResponseEntity<Message> message(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @PathVariable @Min(1) long seq,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        access.requireMember(roomId, caller.userId());
        View view = timeline.view(roomId, Versioned.required(minVersion));
        Message message = timeline.message(view, new MessageKey(roomId, seq));
        return Versioned.messages(Long.toString(view.head().version()), List.of(message), message);
    }
}
