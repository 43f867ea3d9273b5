package io.github.simplechat.command.announcement;

import io.github.simplechat.api.announcement.MakeAnnouncement;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.platform.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What administrators tell everyone. */
@RestController
@Tag(name = "Announcements")
class AnnouncementCommandApi {

    /** An announcement. */
    record NewAnnouncement(
            @NotNull
                    @Pattern(
                            regexp = "service-check|biz-event|new-feature",
                            message = "must be service-check, biz-event or new-feature")
                    String type,
            @NotBlank @Size(max = 2_000) String text) {}

    /** The version is of the feed of announcements. */
    record AnnouncementAnswer(long version) {}

    @PostMapping("/v1/announcements")
    @PreAuthorize("hasRole('admin')")
    @Operation(summary = "Tell everyone something; for administrators")
    ResponseEntity<AnnouncementAnswer> announce(
            Dispatch dispatch, @Valid @RequestBody NewAnnouncement body) {
        Outcome outcome =
                dispatch.post(
                        new MakeAnnouncement(
                                dispatch.actorId(),
                                dispatch.at(),
                                body.type(),
                                Texts.nfc(body.text())),
                        body);
        return Answers.created(outcome, new AnnouncementAnswer(outcome.receipt().version()));
    }
}
