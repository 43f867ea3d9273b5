package io.github.simplechat.query.announcements.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.Announcement;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.query.announcements.AnnouncementsStore;
import io.github.simplechat.query.platform.PageRequest;
import io.github.simplechat.query.platform.Window;
import io.github.simplechat.query.platform.web.Versioned;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was told to everyone. */
@RestController
@RequestMapping("/v1/announcements")
@Tag(name = "Announcements")
final class AnnouncementsApi {

    private static final long FIRST_VERSION = 0;

    private final ServedProjection<AnnouncementsStore> announcements;

    AnnouncementsApi(ServedProjection<AnnouncementsStore> announcements) {
        this.announcements = announcements;
    }

    @GetMapping
    @Operation(summary = "A page of announcements, oldest first; without a place, the newest page")
    ResponseEntity<Page<Announcement>> page(
            @RequestParam(required = false) @Min(0) @Nullable Long before,
            @RequestParam(required = false) @Min(-1) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit) {
        PageRequest request = new PageRequest(before, after, null, limit);
        AnnouncementsStore store = announcements.store();
        long newest = store.newest().orElse(FeedReader.NO_VERSION);
        Window window = Window.of(request, FIRST_VERSION, newest);
        return Versioned.answer(newest, new Page<>(store.page(window), window.cursors(), newest));
    }
}
