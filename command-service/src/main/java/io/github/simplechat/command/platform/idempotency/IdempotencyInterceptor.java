package io.github.simplechat.command.platform.idempotency;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.command.platform.idempotency.Claims.Claimed;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Lets a command with a {@link Claim} happen once, for ever. Runs inside the command's transaction;
 * a refused command gives its key back. Answers with an {@link Outcome}. Axon puts it on the
 * command bus because it is a bean.
 */
@Component
public final class IdempotencyInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Claims claims;

    IdempotencyInterceptor(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        if (!(unitOfWork.getMessage().getMetaData().get(Claim.METADATA) instanceof Claim claim)) {
            return new Outcome((Receipt) chain.proceed(), false);
        }
        if (!claims.claim(claim)) {
            return new Outcome(firstAnswer(claim), true);
        }
        Receipt receipt = (Receipt) chain.proceed();
        claims.answer(claim, receipt);
        return new Outcome(receipt, false);
    }

    private Receipt firstAnswer(Claim claim) {
        Claimed first = claims.find(claim);
        if (!first.digest().equals(claim.digest())) {
            throw new Rejection(
                    Reason.IDEMPOTENCY_MISMATCH,
                    "This Idempotency-Key was used for another request.");
        }
        return first.receipt();
    }
}
