package io.github.simplechat.command.account;

import com.fasterxml.uuid.Generators;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.person.RegisterPerson;
import io.github.simplechat.command.person.People;
import io.github.simplechat.command.platform.web.Commands;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Registering and logging in. */
@Component
public class Accounts {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Commands commands;
    private final People people;

    Accounts(
            AccountRepository accounts,
            Passwords passwords,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Commands commands,
            People people) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.commands = commands;
        this.people = people;
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
        try {
            accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException e) {
            throw taken();
        }
        openFeed(account, now);
        return tokens(account, UUID.randomUUID(), now);
    }

    private void openFeed(Account account, Instant now) {
        commands.send(
                new RegisterPerson(
                        account.id(),
                        account.id(),
                        now,
                        account.username(),
                        account.displayName()));
    }

    /** Whether somebody has this name. */
    public boolean exists(String username) {
        return accounts.existsByUsername(Usernames.normalize(username));
    }

    /**
     * New tokens for a password.
     *
     * @throws Rejection {@code unauthenticated}, the same for a wrong name and a wrong password
     */
    public Tokens login(String username, String password, Instant now) {
        Account account = accounts.findByUsername(Usernames.normalize(username)).orElse(null);
        if (account == null) {
            passwords.matchesNobody(password);
            throw refused("The name or the password is wrong.");
        }
        if (!passwords.matches(password, account.passwordHash())) {
            throw refused("The name or the password is wrong.");
        }
        if (!people.exists(account.id())) {
            openFeed(account, now);
        }
        return tokens(account, UUID.randomUUID(), now);
    }

    /**
     * New tokens for a refresh token.
     *
     * @throws Rejection {@code unauthenticated} when it is unknown, expired or used before
     */
    public Tokens refresh(String refreshToken, Instant now) {
        RefreshTokens.Used used =
                refreshTokens
                        .use(refreshToken, now)
                        .orElseThrow(() -> refused("The refresh token is not valid; log in."));
        Account account =
                accounts.findById(used.accountId())
                        .orElseThrow(() -> refused("The refresh token is not valid; log in."));
        return tokens(account, used.familyId(), now);
    }

    /**
     * Replaces a person's roles; tokens issued before keep theirs until they expire.
     *
     * @throws Rejection {@code person-not-found}
     */
    public void grant(UUID userId, Set<String> roles) {
        Account account =
                accounts.findById(userId)
                        .orElseThrow(() ->
                                new Rejection(Reason.PERSON_NOT_FOUND, "There is no such person."));
        account.grant(roles);
        accounts.save(account);
    }

    private Tokens tokens(Account account, UUID familyId, Instant now) {
        return new Tokens(
                account.id(),
                accessTokens.issue(account.id(), account.roles(), now),
                refreshTokens.issue(account.id(), familyId, now),
                accessTokens.ttlSeconds());
    }

    private static Rejection taken() {
        return new Rejection(Reason.USERNAME_TAKEN, "Somebody has this username already.");
    }

    private static Rejection refused(String detail) {
        return new Rejection(Reason.UNAUTHENTICATED, detail);
    }
}
