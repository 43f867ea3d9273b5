package io.github.simplechat.command.account.web;

import io.github.simplechat.command.account.Accounts;
import io.github.simplechat.command.account.Logins;
import io.github.simplechat.command.account.Tokens;
import io.github.simplechat.command.account.Usernames;
import io.github.simplechat.command.platform.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Passwords and refresh tokens in, access tokens out. */
@RestController
@Conditional(OwnIssuer.class)
@Tag(name = "Accounts")
class AuthApi {

    private final Accounts accounts;
    private final Logins logins;

    AuthApi(Accounts accounts, Logins logins) {
        this.accounts = accounts;
        this.logins = logins;
    }

    /** A new person. */
    record Registration(
            @NotNull @Pattern(regexp = Usernames.PATTERN, message = Usernames.RULE) String username,
            @NotNull @Size(min = Usernames.PASSWORD_MIN, max = Usernames.PASSWORD_MAX)
                    String password,
            @NotBlank @Size(max = 100) String displayName) {}

    /** A known person. */
    record Credentials(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = Usernames.PASSWORD_MAX) String password) {}

    /** A token to exchange, or to end the session of. */
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
    Tokens login(@Valid @RequestBody Credentials body, HttpServletRequest request) {
        return logins.login(body.username(), body.password(), request.getRemoteAddr(), now());
    }

    @PostMapping("/v1/auth/refresh")
    @Operation(summary = "Exchange a refresh token, once")
    Tokens refresh(@Valid @RequestBody Refresh body) {
        return logins.refresh(body.refreshToken(), now());
    }

    @PostMapping("/v1/auth/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the session of a refresh token")
    void logout(@Valid @RequestBody Refresh body) {
        logins.logout(body.refreshToken());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
