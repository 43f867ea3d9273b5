package io.github.simplechat.query.timeline.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.platform.PageRequest;
import io.github.simplechat.query.platform.VersionGate;
import io.github.simplechat.query.platform.Window;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.timeline.Head;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.TimelineStore;
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

/** The history of a room, for its members. */
@RestController
@RequestMapping("/v1/rooms/{roomId}/messages")
@Tag(name = "Messages")
final class TimelineApi {

    private static final long FIRST_SEQ = 1;

    private record Reading(TimelineStore store, Head head) {}

    private final ServedProjection<TimelineStore> timeline;
    private final RoomAccess access;
    private final FeedReader feeds;

    TimelineApi(ServedProjection<TimelineStore> timeline, RoomAccess access, FeedReader feeds) {
        this.timeline = timeline;
        this.access = access;
        this.feeds = feeds;
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
        Reading reading = read(roomId, minVersion);
        Head head = reading.head();
        Window window = Window.of(request, FIRST_SEQ, head.lastSeq());
        return Versioned.answer(
                head.version(),
                new Page<>(reading.store().page(roomId, window), window.cursors(), head.version()));
    }

    @GetMapping("/{seq}")
    @Operation(summary = "One message, or its tombstone")
    ResponseEntity<Message> message(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @PathVariable @Min(1) long seq,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        access.requireMember(roomId, caller.userId());
        Reading reading = read(roomId, minVersion);
        MessageKey key = new MessageKey(roomId, seq);
        return Versioned.answer(
                reading.head().version(),
                reading.store().message(key).orElseGet(() -> awaitSent(key)));
    }

    /** One generation and the head that it had: asked anew until it is far enough. */
    private Reading read(UUID roomId, @Nullable Long minVersion) {
        return VersionGate.await(
                () -> {
                    TimelineStore store = timeline.store();
                    return store.head(roomId).map(head -> new Reading(store, head));
                },
                reading -> reading.head().version(),
                Versioned.required(minVersion));
    }

    /** A message that was sent is there in a moment; one that never was is not found. */
    private Message awaitSent(MessageKey key) {
        if (feeds.first(key.roomId(), Long.toString(key.seq())).isEmpty()) {
            throw new Rejection(Reason.MESSAGE_NOT_FOUND, "There is no such message.");
        }
        return VersionGate.await(() -> timeline.store().message(key), Message::version, 0);
    }
}
