package io.github.simplechat.command.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Who may log in, with what and as what. Its id is the person's id. */
@Entity
@Table(name = "account")
@NullUnmarked // JPA fills the fields
@SuppressWarnings("UnusedVariable") // and reads them
class Account {

    @Id private UUID id;
    private String username;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    private String roles;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    Account(
            UUID id,
            String username,
            String displayName,
            @Nullable String passwordHash,
            Collection<String> roles,
            Instant at) {
        this.id = id;
        this.username = username;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.createdAt = at;
        grant(roles);
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    String displayName() {
        return displayName;
    }

    /** Whether their person was erased. The row stays, so that nobody gets the name again. */
    boolean erased() {
        return ErasedNames.isOne(username);
    }

    /** Forgets everything but that there was a name. */
    void forget(String reservation) {
        username = reservation;
        displayName = "";
        passwordHash = null;
        roles = "";
    }

    /** Null when the person logs in elsewhere. */
    @Nullable String passwordHash() {
        return passwordHash;
    }

    Set<String> roles() {
        return Arrays.stream(roles.split(","))
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    final void grant(Collection<String> granted) {
        roles = granted.stream().sorted().distinct().collect(Collectors.joining(","));
    }
}
