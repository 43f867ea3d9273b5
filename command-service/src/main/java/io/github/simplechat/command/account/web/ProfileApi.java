package io.github.simplechat.command.account.web;

import io.github.simplechat.command.account.Profiles;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.command.platform.web.Answers;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.platform.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the caller is called. */
@RestController
@Tag(name = "Accounts")
class ProfileApi {

    private final Profiles profiles;

    ProfileApi(Profiles profiles) {
        this.profiles = profiles;
    }

    /** The caller's profile. */
    record Profile(@NotBlank @Size(max = 100) String displayName) {}

    /** The version is of the caller's own feed. */
    record ProfileAnswer(UUID userId, long version) {}

    @PatchMapping("/v1/me")
    @Operation(summary = "Change the caller's display name")
    ResponseEntity<ProfileAnswer> change(Dispatch dispatch, @Valid @RequestBody Profile body) {
        Outcome outcome = profiles.change(dispatch, Texts.nfc(body.displayName()));
        return Answers.ok(
                outcome, new ProfileAnswer(dispatch.actorId(), outcome.receipt().version()));
    }
}
