package io.github.simplechat.command.account.web;

import io.github.simplechat.command.account.Accounts;
import io.github.simplechat.command.account.Logins;
import io.github.simplechat.command.account.Usernames;
import io.github.simplechat.command.platform.web.Dispatch;
import io.github.simplechat.command.platform.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody who is logged in, here or elsewhere, does with their own account. */
@RestController
@Tag(name = "Accounts")
class OwnAccountApi {

    private final Accounts accounts;
    private final Logins logins;

    OwnAccountApi(Accounts accounts, Logins logins) {
        this.accounts = accounts;
        this.logins = logins;
    }

    /** How somebody wants to be known here. */
    record Entry(
            @NotNull @Pattern(regexp = Usernames.PATTERN, message = Usernames.RULE) String username,
            @NotBlank @Size(max = 100) String displayName) {}

    @PutMapping("/v1/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Become known here, with a token of an outside issuer",
            description = "Repeating it with the same username changes nothing.")
    void enter(@Valid @RequestBody Entry body, Dispatch dispatch) {
        accounts.enter(
                dispatch.actorId(), body.username(), Texts.nfc(body.displayName()), dispatch.at());
    }

    @PostMapping("/v1/auth/logout-everywhere")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "End all sessions",
            description = "Access tokens issued until now end within a second, everywhere.")
    void logoutEverywhere(Dispatch dispatch) {
        logins.logoutEverywhere(dispatch.actorId(), dispatch.at());
    }
}
