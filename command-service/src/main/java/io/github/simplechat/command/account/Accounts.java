package io.github.simplechat.command.account;

import com.fasterxml.uuid.Generators;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.platform.security.revocation.Revocations;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Making accounts, and what they may do. */
@Component
public class Accounts {

    private final AccountRepository accounts;
    private final ErasedNames erasedNames;
    private final RefreshTokens sessions;
    private final Passwords passwords;
    private final Logins logins;
    private final Revocations revocations;
    private final PersonFeeds feeds;

    Accounts(
            AccountRepository accounts,
            ErasedNames erasedNames,
            RefreshTokens sessions,
            Passwords passwords,
            Logins logins,
            Revocations revocations,
            PersonFeeds feeds) {
        this.accounts = accounts;
        this.erasedNames = erasedNames;
        this.sessions = sessions;
        this.passwords = passwords;
        this.logins = logins;
        this.revocations = revocations;
        this.feeds = feeds;
    }

    /**
     * Makes an account and opens the person's feed. When it breaks off between the two, the next
     * login opens the feed.
     *
     * @throws Rejection {@code username-taken}
     */
    public Tokens register(
            String username, String password, String displayName, Set<String> roles, Instant now) {
        String name = Usernames.normalize(username);
        requireFree(name);
        UUID userId = Generators.timeBasedEpochGenerator().generate();
        Account account =
                new Account(userId, name, displayName, passwords.hash(password), roles, now);
        save(account);
        feeds.open(account, now);
        return logins.begin(userId, now);
    }

    /**
     * Makes the account of a person who logs in elsewhere, and opens their feed. Repeating it with
     * the same name changes nothing, and completes what broke off.
     *
     * @throws Rejection {@code username-taken}; {@code invalid-request} when they have another name
     */
    public void enter(UUID userId, String username, String displayName, Instant now) {
        String name = Usernames.normalize(username);
        Account account =
                accounts.findById(userId)
                        .orElseGet(() -> {
                            requireFree(name);
                            return save(
                                    new Account(userId, name, displayName, null, Set.of(), now));
                        });
        if (account.erased()) {
            throw new Rejection(Reason.FORBIDDEN, "This person was erased.");
        }
        if (!account.username().equals(name)) {
            throw new Rejection(
                    Reason.INVALID_REQUEST, "You have the username " + account.username() + ".");
        }
        feeds.openIfMissing(account, now);
    }

    private Account save(Account account) {
        try {
            return accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException e) {
            throw taken();
        }
    }

    /** Whether somebody has this name, or had it before they were erased. */
    public boolean exists(String username) {
        String name = Usernames.normalize(username);
        return accounts.existsByUsernameIn(List.of(name, erasedNames.of(name)));
    }

    private void requireFree(String username) {
        if (exists(username)) {
            throw taken();
        }
    }

    /**
     * Replaces a person's roles. Tokens issued before end, so that the new roles hold everywhere
     * within a second. To be repeated when it fails.
     *
     * @throws Rejection {@code person-not-found}
     */
    public void grant(UUID userId, Set<String> roles, Instant now) {
        Account account =
                accounts.findById(userId)
                        .filter(known -> !known.erased())
                        .orElseThrow(() ->
                                new Rejection(Reason.PERSON_NOT_FOUND, "There is no such person."));
        account.grant(roles);
        accounts.save(account);
        revocations.revoke(userId, now);
    }

    /**
     * Makes sure that somebody is left to administer the service when a person goes.
     *
     * @throws Rejection {@code last-administrator}
     */
    public void requireNotLastAdministrator(UUID userId) {
        boolean administers =
                accounts.findById(userId)
                        .filter(account -> account.roles().contains(Caller.ADMIN))
                        .isPresent();
        if (administers && !accounts.existsOtherWithRole(userId, Caller.ADMIN)) {
            throw new Rejection(
                    Reason.LAST_ADMINISTRATOR,
                    "You are the only administrator; give somebody else the role first.");
        }
    }

    /**
     * Ends a person's sessions and access tokens and empties their account, for good; nobody else
     * gets their username. Repeating it changes nothing.
     */
    public void forget(UUID userId, Instant now) {
        accounts.findById(userId)
                .ifPresent(account -> {
                    if (!account.erased()) {
                        account.forget(erasedNames.of(account.username()));
                        accounts.save(account);
                    }
                });
        sessions.endAll(userId);
        revocations.revoke(userId, now);
    }

    private static Rejection taken() {
        return new Rejection(Reason.USERNAME_TAKEN, "Somebody has this username already.");
    }
}
