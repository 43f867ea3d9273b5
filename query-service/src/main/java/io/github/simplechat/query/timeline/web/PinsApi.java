package io.github.simplechat.query.timeline.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.platform.PageRequest;
import io.github.simplechat.query.platform.Stretch;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.timeline.Selection;
import io.github.simplechat.query.timeline.TimelineReader;
import io.github.simplechat.query.timeline.TimelineReader.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is pinned in a room, for its members. */
@RestController
@RequestMapping("/v1/rooms/{roomId}/pins")
@Tag(name = "Messages")
final class PinsApi {

    private final TimelineReader timeline;
    private final RoomAccess access;

    PinsApi(TimelineReader timeline, RoomAccess access) {
        this.timeline = timeline;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "The pinned messages, oldest first; without a place, the newest page")
    ResponseEntity<Page<Message>> page(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @RequestParam(required = false) @Min(1) @Nullable Long before,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        PageRequest request = new PageRequest(before, after, null, limit);
        access.requireMember(roomId, caller.userId());
        View view = timeline.view(roomId, Versioned.required(minVersion));
        Selection pins = new Selection.Pins(roomId);
        Stretch<Message> page =
                Stretch.of(
                        request,
                        (seq, most) -> view.store().before(pins, seq, most),
                        (seq, most) -> view.store().after(pins, seq, most),
                        Message::seq);
        long version = view.head().version();
        // An erased message is not pinned, so it takes part by being gone.
        return Versioned.digested(new Page<>(page.items(), page.cursors(), version));
    }
}
