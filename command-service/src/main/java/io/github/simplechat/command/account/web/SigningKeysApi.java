package io.github.simplechat.command.account.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.command.account.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys that access tokens are signed with. For administrators. */
@RestController
@Conditional(OwnIssuer.class)
@RequestMapping("/v1/admin/signing-keys")
@PreAuthorize("hasRole('admin')")
@Tag(name = "Administration")
class SigningKeysApi {

    private final SigningKeys keys;

    SigningKeysApi(SigningKeys keys) {
        this.keys = keys;
    }

    /** A key; {@code use} is {@code announced}, {@code signing} or {@code verifying}. */
    record Key(String kid, Instant createdAt, Instant signsFrom, String use) {}

    @GetMapping
    @Operation(summary = "The keys that tokens are signed with, oldest first")
    List<Key> list() {
        return keys.published().stream()
                .map(key -> new Key(key.kid(), key.createdAt(), key.signsFrom(), key.use()))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Announce the next key, unless one is announced already")
    List<Key> rotate() {
        keys.rotate();
        return list();
    }

    @DeleteMapping("/{kid}")
    @Operation(summary = "Withdraw a key that somebody else may have; its tokens end")
    List<Key> withdraw(@PathVariable String kid) {
        if (!keys.withdraw(kid)) {
            throw new Rejection(Reason.NOT_FOUND, "There is no such key.");
        }
        return list();
    }
}
