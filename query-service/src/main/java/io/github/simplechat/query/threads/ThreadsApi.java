package io.github.simplechat.query.threads;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.MessageThread;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.access.RoomAccess;
import io.github.simplechat.query.platform.PageRequest;
import io.github.simplechat.query.platform.Stretch;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rooms.RoomReading;
import io.github.simplechat.query.rooms.RoomsStore;
import io.github.simplechat.query.timeline.MessageKey;
import io.github.simplechat.query.timeline.Selection;
import io.github.simplechat.query.timeline.TimelineReader;
import io.github.simplechat.query.timeline.TimelineReader.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** Threads of a room, for its members. */
@RestController
@RequestMapping("/v1/rooms/{roomId}/messages/{seq}/thread")
@Tag(name = "Messages")
final class ThreadsApi {

    private final TimelineReader timeline;
    private final ServedProjection<RoomsStore> rooms;
    private final RoomAccess access;

    ThreadsApi(TimelineReader timeline, ServedProjection<RoomsStore> rooms, RoomAccess access) {
        this.timeline = timeline;
        this.rooms = rooms;
        this.access = access;
    }

    @GetMapping
    @Operation(
            summary =
                    "The thread that a message is in: its root, and replies, oldest first; without a"
                            + " place, the newest page")
    ResponseEntity<MessageThread> page(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID roomId,
            @PathVariable @Min(1) long seq,
            @RequestParam(required = false) @Min(1) @Nullable Long before,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minVersion) {
        PageRequest request = new PageRequest(before, after, null, limit);
        access.requireMember(roomId, caller.userId());
        View view = timeline.view(roomId, Versioned.required(minVersion));
        Message root = root(view, new MessageKey(roomId, seq));
        Selection replies = new Selection.Replies(MessageKey.of(root));
        Stretch<Message> page =
                Stretch.of(
                        request,
                        (number, most) -> view.store().before(replies, number, most),
                        (number, most) -> view.store().after(replies, number, most),
                        Message::seq);
        long version = view.head().version();
        long readSeq =
                RoomReading.readSeq(rooms.store(), roomId, caller.userId())
                        .orElse(view.head().lastSeq());
        return Versioned.messages(
                version + "-" + readSeq,
                Stream.concat(Stream.of(root), page.items().stream()).toList(),
                new MessageThread(
                        root,
                        page.items(),
                        view.store().countAfter(replies, readSeq),
                        page.cursors(),
                        version));
    }

    /** The message that began the thread: whoever answers is in the thread of that one. */
    private Message root(View view, MessageKey key) {
        Message message = timeline.message(view, key);
        Long root = message.threadOf();
        return root == null ? message : timeline.message(view, new MessageKey(key.roomId(), root));
    }
}
