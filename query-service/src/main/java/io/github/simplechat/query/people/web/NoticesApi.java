package io.github.simplechat.query.people.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Notice;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.api.query.Page.Cursors;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.platform.PageRequest;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What services told the caller. */
@RestController
@RequestMapping("/v1/me/notices")
@Tag(name = "Me")
final class NoticesApi {

    private final ServedProjection<PeopleStore> people;

    NoticesApi(ServedProjection<PeopleStore> people) {
        this.people = people;
    }

    @GetMapping
    @Operation(summary = "A page of notices, oldest first; without a place, the newest page")
    Page<Notice> page(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Min(0) @Nullable Long before,
            @RequestParam(required = false) @Min(-1) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit) {
        PageRequest request = new PageRequest(before, after, null, limit);
        PeopleStore store = people.store();
        List<Notice> items =
                request.after() == null
                        ? newest(store, caller.userId(), request)
                        : store.noticesAfter(caller.userId(), request.after(), limit);
        long version = newestVersion(store, caller.userId());
        return new Page<>(items, cursors(store, caller.userId(), items, version), version);
    }

    private static List<Notice> newest(PeopleStore store, UUID userId, PageRequest request) {
        long before = request.before() == null ? Long.MAX_VALUE : request.before();
        return store.noticesBefore(userId, before, request.limit());
    }

    private static long newestVersion(PeopleStore store, UUID userId) {
        return store.noticesBefore(userId, Long.MAX_VALUE, 1).stream()
                .mapToLong(Notice::version)
                .findFirst()
                .orElse(FeedReader.NO_VERSION);
    }

    private static Cursors cursors(
            PeopleStore store, UUID userId, List<Notice> items, long newest) {
        if (items.isEmpty()) {
            return new Cursors(null, null);
        }
        long first = items.getFirst().version();
        long last = items.getLast().version();
        boolean older = !store.noticesBefore(userId, first, 1).isEmpty();
        return new Cursors(
                last < newest ? Long.toString(last) : null, older ? Long.toString(first) : null);
    }
}
