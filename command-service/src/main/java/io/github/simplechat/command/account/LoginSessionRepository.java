package io.github.simplechat.command.account;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface LoginSessionRepository extends JpaRepository<LoginSession, UUID> {

    /** Replaces the newest token's hash: of several requests with that token only one gets 1. */
    @Modifying
    @Query(
            """
            update LoginSession s set s.tokenHash = ?3, s.expiresAt = ?4
            where s.id = ?1 and s.tokenHash = ?2 and s.expiresAt > ?5
            """)
    int rotate(UUID id, String oldHash, String newHash, Instant expiresAt, Instant now);

    @Modifying
    @Query("delete from LoginSession s where s.accountId = ?1")
    void deleteAllOf(UUID accountId);

    @Modifying
    @Query("delete from LoginSession s where s.accountId = ?1 and s.expiresAt <= ?2")
    void deleteExpiredOf(UUID accountId, Instant now);
}
