package io.github.simplechat.command.account.web;

import io.github.simplechat.command.account.Accounts;
import io.github.simplechat.command.account.Tokens;
import io.github.simplechat.command.account.Usernames;
import io.github.simplechat.command.platform.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passwords and refresh tokens in, access tokens out. */
@RestController
@Tag(name = "Accounts")
class AuthApi {

    private final Accounts accounts;

    AuthApi(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A new person. */
    record Registration(
            @NotNull
                    @Pattern(
                            regexp = Usernames.PATTERN,
                            message = "must be 3 to 64 of a-z 0-9 . _ - beginning with a-z or 0-9")
                    String username,
            @NotNull @Size(min = Usernames.PASSWORD_MIN, max = Usernames.PASSWORD_MAX)
                    String password,
            @NotBlank @Size(max = 100) String displayName) {}

    /** A known person. */
    record Credentials(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = Usernames.PASSWORD_MAX) String password) {}

    /** A token to exchange. */
    record Refresh(@NotBlank @Size(max = 200) String refreshToken) {}

    @PostMapping("/v1/auth/register")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a person and get tokens")
    Tokens register(@Valid @RequestBody Registration body) {
        return accounts.register(
                body.username(), body.password(), Texts.nfc(body.displayName()), Set.of(), now());
    }

    @PostMapping("/v1/auth/login")
    @Operation(summary = "Get tokens for a password")
    Tokens login(@Valid @RequestBody Credentials body) {
        return accounts.login(body.username(), body.password(), now());
    }

    @PostMapping("/v1/auth/refresh")
    @Operation(summary = "Exchange a refresh token, once")
    Tokens refresh(@Valid @RequestBody Refresh body) {
        return accounts.refresh(body.refreshToken(), now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
