package io.github.simplechat.command.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface AccountRepository extends JpaRepository<Account, UUID> {

    Optional<Account> findByUsername(String username);

    List<Account> findByUsernameIn(Collection<String> usernames);

    boolean existsByUsernameIn(Collection<String> usernames);

    /** Whether anybody but one person has a role. */
    @Query(
            "select count(a) > 0 from Account a where a.id <> ?1 and a.roles like concat('%', ?2, '%')")
    boolean existsOtherWithRole(UUID id, String role);

    /**
     * Changes what somebody is called; without effect when they have no account, or were erased.
     */
    @Modifying
    @Transactional
    @Query(
            "update Account a set a.displayName = :displayName where a.id = :id and a.displayName <> ''")
    void rename(UUID id, String displayName);

    /** Replaces a password's hash, unless the password has changed since it was read. */
    @Transactional
    @Modifying
    @Query("update Account a set a.passwordHash = ?3 where a.id = ?1 and a.passwordHash = ?2")
    void replaceHash(UUID id, String before, String after);
}
