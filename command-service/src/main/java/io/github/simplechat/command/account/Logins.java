package io.github.simplechat.command.account;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.command.account.RefreshTokens.Exchange;
import io.github.simplechat.platform.security.revocation.Revocations;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Logging in and out. */
@Component
public class Logins {

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final Revocations revocations;
    private final PersonFeeds feeds;

    Logins(
            AccountRepository accounts,
            Passwords passwords,
            LoginThrottle throttle,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            Revocations revocations,
            PersonFeeds feeds) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.revocations = revocations;
        this.feeds = feeds;
    }

    /**
     * New tokens for a password.
     *
     * @param address where the attempt comes from, as an IP address
     * @throws Rejection {@code unauthenticated}, the same for a wrong name and a wrong password;
     *     {@code rate-limited}
     */
    public Tokens login(String username, String password, String address, Instant now) {
        String name = Usernames.normalize(username);
        throttle.attempt(name, address);
        Optional<Account> named = accounts.findByUsername(name);
        String hash = named.map(Account::passwordHash).orElse(null);
        if (!passwords.matches(password, hash) || hash == null || named.isEmpty()) {
            throw refused("The name or the password is wrong.");
        }
        throttle.succeeded(address);
        Account account = named.get();
        if (passwords.outdated(hash)) {
            accounts.replaceHash(account.id(), hash, passwords.hash(password));
        }
        feeds.openIfMissing(account, now);
        return begin(account.id(), now);
    }

    /**
     * Makes sure that the caller knows their password, as at a login. Whoever logs in elsewhere has
     * none here, so their token has to do.
     *
     * @param address where the attempt comes from, as an IP address
     * @throws Rejection {@code forbidden} when it is wrong; {@code invalid-request} when it is
     *     missing; {@code rate-limited}; {@code person-not-found} when the caller has no account
     */
    public void confirm(UUID userId, @Nullable String password, String address) {
        Account account =
                accounts.findById(userId)
                        .filter(known -> !known.erased())
                        .orElseThrow(() ->
                                new Rejection(Reason.PERSON_NOT_FOUND, "You have no account."));
        String hash = account.passwordHash();
        if (hash == null) {
            return;
        }
        if (password == null) {
            throw new Rejection(Reason.INVALID_REQUEST, "Send your password.");
        }
        throttle.attempt(account.username(), address);
        if (!passwords.matches(password, hash)) {
            throw new Rejection(Reason.FORBIDDEN, "The password is wrong.");
        }
        throttle.succeeded(address);
    }

    /** The tokens of a new session of somebody who has proved who they are. */
    Tokens begin(UUID accountId, Instant now) {
        return tokens(accountId, refreshTokens.begin(accountId, now), now);
    }

    /**
     * New tokens for a refresh token. One transaction: while it lasts {@link #logoutEverywhere}
     * waits, so that no token slips out that it does not end.
     *
     * @throws Rejection {@code unauthenticated} when it is unknown, expired or used before
     */
    @Transactional(noRollbackFor = Rejection.class)
    public Tokens refresh(String refreshToken, Instant now) {
        return switch (refreshTokens.exchange(refreshToken, now)) {
            case Exchange.Rotated(UUID accountId, String next) -> tokens(accountId, next, now);
            case Exchange.Ended ended -> throw refused();
            case Exchange.Unknown unknown -> throw refused();
        };
    }

    /** Ends the session of a refresh token. Its access token stays valid until it expires. */
    public void logout(String refreshToken) {
        refreshTokens.end(refreshToken);
    }

    /** Ends all sessions of a person, and their access tokens. To be repeated when it fails. */
    public void logoutEverywhere(UUID userId, Instant now) {
        refreshTokens.endAll(userId);
        revocations.revoke(userId, now);
    }

    /** The roles are read after the mark, so that a token never holds roles from before it. */
    private Tokens tokens(UUID accountId, String refreshToken, Instant now) {
        Instant validFrom = revocations.latestValidFrom(accountId);
        Account account = accounts.findById(accountId).orElseThrow(Logins::refused);
        return new Tokens(
                accountId,
                accessTokens.issue(
                        accountId, account.roles(), now.isBefore(validFrom) ? validFrom : now),
                refreshToken,
                accessTokens.ttlSeconds());
    }

    private static Rejection refused() {
        return refused("The refresh token is not valid; log in.");
    }

    private static Rejection refused(String detail) {
        return new Rejection(Reason.UNAUTHENTICATED, detail);
    }
}
