package io.github.simplechat.command.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refresh tokens: each can be exchanged once. When one comes a second time, somebody else has it,
 * so the whole family ends.
 */
@Component
class RefreshTokens {

    private static final int BYTES = 32;

    private final RefreshTokenRepository repository;
    private final AccountSettings settings;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(RefreshTokenRepository repository, AccountSettings settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** What an exchanged token belonged to. */
    record Used(UUID accountId, UUID familyId) {}

    @Transactional
    String issue(UUID accountId, UUID familyId, Instant now) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        repository.save(
                new RefreshToken(
                        hash(token), familyId, accountId, now.plus(settings.refreshTtl())));
        return token;
    }

    /** Takes a token; empty when it is unknown, expired, or was taken before. */
    @Transactional
    Optional<Used> use(String token, Instant now) {
        Optional<RefreshToken> found = repository.findById(hash(token));
        if (found.isEmpty() || found.get().expired(now)) {
            return Optional.empty();
        }
        RefreshToken link = found.get();
        if (repository.use(hash(token)) == 0) {
            repository.deleteFamily(link.familyId());
            return Optional.empty();
        }
        return Optional.of(new Used(link.accountId(), link.familyId()));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
