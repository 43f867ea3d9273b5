package io.github.simplechat.command.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refresh tokens: each can be exchanged once. When one comes a second time, also at the same moment
 * or at another node, somebody else has it, so the whole session ends.
 */
@Component
class RefreshTokens {

    private final LoginSessionRepository sessions;
    private final AccountSettings settings;

    RefreshTokens(LoginSessionRepository sessions, AccountSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
    }

    /** What became of a token that was presented. */
    sealed interface Exchange {

        /** It was the newest of its session; here is the next. */
        record Rotated(UUID accountId, String next) implements Exchange {}

        /** It was used before, or has expired; its session has ended. */
        record Ended(UUID accountId) implements Exchange {}

        /** Nobody has given it out, or its session has ended before. */
        record Unknown() implements Exchange {}
    }

    /** The first token of a new session. */
    @Transactional
    public String begin(UUID accountId, Instant now) {
        sessions.deleteExpiredOf(accountId, now);
        RefreshToken token = RefreshToken.ofNewSession();
        sessions.save(
                new LoginSession(
                        token.sessionId(),
                        accountId,
                        token.hash(),
                        now.plus(settings.refreshTtl())));
        return token.text();
    }

    /** Takes a token and gives the next one of its session. */
    @Transactional
    public Exchange exchange(String text, Instant now) {
        RefreshToken token = RefreshToken.parse(text).orElse(null);
        LoginSession session =
                token == null ? null : sessions.findById(token.sessionId()).orElse(null);
        if (token == null || session == null) {
            return new Exchange.Unknown();
        }
        RefreshToken next = RefreshToken.next(token.sessionId());
        int rotated =
                sessions.rotate(
                        token.sessionId(),
                        token.hash(),
                        next.hash(),
                        now.plus(settings.refreshTtl()),
                        now);
        if (rotated == 1) {
            return new Exchange.Rotated(session.accountId(), next.text());
        }
        sessions.deleteAllByIdInBatch(List.of(token.sessionId()));
        return new Exchange.Ended(session.accountId());
    }

    /** Ends the session that a token belongs to, whether it is its newest or not. */
    @Transactional
    public void end(String text) {
        Optional<RefreshToken> token = RefreshToken.parse(text);
        token.ifPresent(t -> sessions.deleteAllByIdInBatch(List.of(t.sessionId())));
    }

    /** Ends all sessions of an account. */
    @Transactional
    public void endAll(UUID accountId) {
        sessions.deleteAllOf(accountId);
    }
}
