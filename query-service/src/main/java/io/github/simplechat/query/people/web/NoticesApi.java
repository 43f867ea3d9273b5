package io.github.simplechat.query.people.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Notice;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.platform.PageRequest;
import io.github.simplechat.query.platform.Stretch;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    ResponseEntity<Page<Notice>> page(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Min(0) @Nullable Long before,
            @RequestParam(required = false) @Min(-1) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit) {
        PageRequest request = new PageRequest(before, after, null, limit);
        PeopleStore store = people.store();
        Stretch<Notice> page =
                Stretch.of(
                        request,
                        (version, most) -> store.noticesBefore(caller.userId(), version, most),
                        (version, most) -> store.noticesAfter(caller.userId(), version, most),
                        Notice::version);
        long version = newestVersion(store, caller.userId());
        return Versioned.digested(new Page<>(page.items(), page.cursors(), version));
    }

    private static long newestVersion(PeopleStore store, UUID userId) {
        return store.noticesBefore(userId, Long.MAX_VALUE, 1).stream()
                .mapToLong(Notice::version)
                .findFirst()
                .orElse(FeedReader.NO_VERSION);
    }
}
