package io.github.simplechat.command.account;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface RefreshTokenRepository extends JpaRepository<RefreshToken, String> {

    /** Marks a token used, once: of two requests at the same time only one gets 1. */
    @Modifying
    @Query("update RefreshToken t set t.used = true where t.tokenHash = ?1 and t.used = false")
    int use(String tokenHash);

    @Modifying
    @Query("delete from RefreshToken t where t.familyId = ?1")
    void deleteFamily(UUID familyId);
}
