package io.github.simplechat.query.search.web;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.query.FoundMessage;
import io.github.simplechat.api.query.Page;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.query.search.MessageSearch;
import io.github.simplechat.query.search.SearchOrder;
import io.github.simplechat.query.search.SearchPlace;
import io.github.simplechat.query.search.SearchText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search in what the caller may read. */
@RestController
@Tag(name = "Messages")
final class SearchApi {

    private final MessageSearch search;

    SearchApi(MessageSearch search) {
        this.search = search;
    }

    @GetMapping("/v1/search")
    @Operation(summary = "Messages that hold all words, whole or as a part, in my rooms")
    Page<FoundMessage> search(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable UUID roomId,
            @RequestParam(required = false) @Nullable UUID authorId,
            @RequestParam(required = false) @Nullable Instant before,
            @RequestParam(required = false) @Nullable Instant after,
            @RequestParam(defaultValue = "newest")
                    @Pattern(regexp = "newest|best", message = "must be newest or best")
                    String order,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Limits.PAGE) int limit) {
        return search.page(
                caller.userId(),
                new MessageSearch.Request(
                        SearchText.parse(q),
                        roomId,
                        authorId,
                        before,
                        after,
                        SearchOrder.valueOf(order.toUpperCase(Locale.ROOT)),
                        SearchPlace.of(cursor),
                        limit));
    }
}
