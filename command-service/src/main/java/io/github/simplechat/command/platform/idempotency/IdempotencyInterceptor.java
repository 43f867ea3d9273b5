package io.github.simplechat.command.platform.idempotency;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.eventstore.Claims;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Lets a command with a {@link Claim} happen once, for ever. The claim is stored with the command's
 * events; a refused command leaves its key free. Answers with an {@link Outcome}. Axon puts it on
 * the command bus because it is a bean.
 */
@Component
public final class IdempotencyInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    /** The name under which a claim travels with a command. */
    public static final String CLAIM = "claim";

    private final Claims claims;

    IdempotencyInterceptor(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (!(unitOfWork.getMessage().getMetaData().get(CLAIM) instanceof Claim claim)) {
            return new Outcome((Receipt) chain.proceed(), false);
        }
        Optional<ClaimedRequest> first = claims.find(claim);
        if (first.isPresent()) {
            return new Outcome(answer(first.get(), claim), true);
        }
        Receipt receipt = (Receipt) chain.proceed();
        claims.storeWithCommand(new ClaimedRequest(claim, receipt));
        return new Outcome(receipt, false);
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
