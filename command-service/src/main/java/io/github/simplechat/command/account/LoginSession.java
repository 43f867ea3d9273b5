package io.github.simplechat.command.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** What one login led to: a chain of refresh tokens, of which the newest one is good. */
@Entity
@Table(name = "login_session")
@NullUnmarked // JPA fills the fields
@SuppressWarnings("UnusedVariable") // and reads them
class LoginSession {

    @Id private UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected LoginSession() {}

    LoginSession(UUID id, UUID accountId, String tokenHash, Instant expiresAt) {
        this.id = id;
        this.accountId = accountId;
        this.tokenHash = tokenHash;
        this.expiresAt = expiresAt;
    }

    UUID accountId() {
        return accountId;
    }
}
