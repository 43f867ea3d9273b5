package io.github.simplechat.command.account;

import com.fasterxml.uuid.Generators;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.security.revocation.Revocations;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Making accounts, and what they may do. */
@Component
public class Accounts {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Logins logins;
    private final Revocations revocations;
    private final PersonFeeds feeds;

    Accounts(
            AccountRepository accounts,
            Passwords passwords,
            Logins logins,
            Revocations revocations,
            PersonFeeds feeds) {
        this.accounts = accounts;
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
        if (accounts.existsByUsername(name)) {
            throw taken();
        }
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
                        .orElseGet(() ->
                                save(new Account(userId, name, displayName, null, Set.of(), now)));
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

    /** Whether somebody has this name. */
    public boolean exists(String username) {
        return accounts.existsByUsername(Usernames.normalize(username));
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
                        .orElseThrow(() ->
                                new Rejection(Reason.PERSON_NOT_FOUND, "There is no such person."));
        account.grant(roles);
        accounts.save(account);
        revocations.revoke(userId, now);
    }

    private static Rejection taken() {
        return new Rejection(Reason.USERNAME_TAKEN, "Somebody has this username already.");
    }
}
