package io.github.simplechat.command.person.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.person.SendNotice;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What services tell people. */
@RestController
@Tag(name = "Notices")
class NoticeCommandApi {

    private static final int DATA_BYTES = 4 * 1024;

    /** Names that the person feed uses for its own events. */
    private static final Set<String> RESERVED =
            Set.of("registered", "changed", "invited", "mentioned", "read", "erased");

    private final JsonMapper json;

    NoticeCommandApi(JsonMapper json) {
        this.json = json;
    }

    /** A notice. */
    record NewNotice(
            @NotNull
                    @Pattern(
                            regexp = "[a-z][a-z0-9-]{1,39}",
                            message = "must be 2 to 40 of a-z 0-9 - beginning with a letter")
                    String type,
            @NotBlank @Size(max = 2_000) String text,
            @Nullable Map<String, Object> data) {}

    /** The version is of the person's feed. */
    record NoticeAnswer(UUID userId, long version) {}

    @PostMapping("/v1/people/{userId}/notices")
    @PreAuthorize("hasRole('service')")
    @Operation(summary = "Tell a person something; for services")
    ResponseEntity<NoticeAnswer> send(
            Dispatch dispatch, @PathVariable UUID userId, @Valid @RequestBody NewNotice body) {
        requireFree(body.type());
        requireSmall(body.data());
        Outcome outcome =
                dispatch.post(
                        new SendNotice(
                                userId,
                                dispatch.actorId(),
                                dispatch.at(),
                                body.type(),
                                Texts.nfc(body.text()),
                                body.data()),
                        body);
        return Answers.created(outcome, new NoticeAnswer(userId, outcome.receipt().version()));
    }

    private static void requireFree(String type) {
        if (RESERVED.contains(type)) {
            throw new Rejection(
                    Reason.INVALID_REQUEST, "This type is the name of another kind of event.");
        }
    }

    private void requireSmall(@Nullable Map<String, Object> data) {
        if (data != null && json.writeValueAsBytes(data).length > DATA_BYTES) {
            throw new Rejection(
                    Reason.INVALID_REQUEST, "The data of a notice has at most 4 KiB as JSON.");
        }
    }
}
