package io.github.simplechat.command.erasure.web;

import io.github.simplechat.command.account.Logins;
import io.github.simplechat.command.account.Usernames;
import io.github.simplechat.command.erasure.Erasure;
import io.github.simplechat.command.platform.web.Dispatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The end of an account and of what its person wrote. */
@RestController
@Tag(name = "Accounts")
class ErasureApi {

    private final Logins logins;
    private final Erasure erasure;

    ErasureApi(Logins logins, Erasure erasure) {
        this.logins = logins;
        this.erasure = erasure;
    }

    /** That the caller means it; whoever logs in elsewhere sends nothing. */
    record Confirmation(@Nullable @Size(max = Usernames.PASSWORD_MAX) String password) {}

    @DeleteMapping("/v1/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Forget the caller, for ever",
            description =
                    "Takes the password again. Nothing that they wrote can be read after it; their"
                            + " messages become tombstones. It cannot be undone.")
    void erase(
            Dispatch dispatch,
            @Valid @RequestBody(required = false) @Nullable Confirmation body,
            HttpServletRequest request) {
        logins.confirm(
                dispatch.actorId(), body == null ? null : body.password(), request.getRemoteAddr());
        erasure.erase(dispatch.actorId(), dispatch.at());
    }
}
