package io.github.simplechat.command.account.web;

import io.github.simplechat.command.account.Accounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what beyond their own affairs. For administrators. */
@RestController
@Conditional(OwnIssuer.class)
@Tag(name = "Administration")
class RolesApi {

    private final Accounts accounts;

    RolesApi(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The roles that a person has from now on. */
    record Roles(
            @NotNull
                    Set<
                                    @NotNull
                                    @Pattern(
                                            regexp = "admin|service",
                                            message = "must be admin or service")
                                    String>
                            roles) {}

    @PutMapping("/v1/admin/users/{userId}/roles")
    @PreAuthorize("hasRole('admin')")
    @Operation(summary = "Replace a person's roles")
    Roles grant(@PathVariable UUID userId, @Valid @RequestBody Roles body) {
        accounts.grant(userId, body.roles(), Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return body;
    }
}
