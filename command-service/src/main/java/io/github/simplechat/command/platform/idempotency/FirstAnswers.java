package io.github.simplechat.command.platform.idempotency;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.eventstore.Claims;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The answers that requests with an idempotency key were given when they first came. */
@Component
public final class FirstAnswers {

    private final Claims claims;

    /** Answers that were stored with their claims. */
    public FirstAnswers(Claims claims) {
        this.claims = claims;
    }

    /**
     * The answer to the request that first used the key; empty when nobody did.
     *
     * @throws Rejection when that was another request
     */
    public Optional<Receipt> to(Claim claim) {
        return claims.find(claim).map(first -> answer(first, claim));
    }

    private static Receipt answer(ClaimedRequest first, Claim claim) {
        if (!first.claim().digest().equals(claim.digest())) {
            throw new Rejection(
                    Reason.IDEMPOTENCY_MISMATCH,
                    "This Idempotency-Key was used for another request.");
        }
        return first.receipt();
    }
}
