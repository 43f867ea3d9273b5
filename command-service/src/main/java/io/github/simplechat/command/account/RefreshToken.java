package io.github.simplechat.command.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One link of a chain of refresh tokens. Only its hash is kept. */
@Entity
@Table(name = "refresh_token")
@NullUnmarked // JPA fills the fields
@SuppressWarnings("UnusedVariable") // and reads them
class RefreshToken {

    @Id
    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "family_id")
    private UUID familyId;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private boolean used;

    protected RefreshToken() {}

    RefreshToken(String tokenHash, UUID familyId, UUID accountId, Instant expiresAt) {
        this.tokenHash = tokenHash;
        this.familyId = familyId;
        this.accountId = accountId;
        this.expiresAt = expiresAt;
    }

    UUID familyId() {
        return familyId;
    }

    UUID accountId() {
        return accountId;
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
