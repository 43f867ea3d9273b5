package io.github.simplechat.command.platform.idempotency;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.eventstore.Claims;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Stores the {@link Claim} of a command together with its events. It asks nobody whether the key is
 * free: the store decides that when it commits. A refused command leaves its key free. Axon puts
 * the interceptor on the command bus because it is a bean.
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
        Object receipt = chain.proceed();
        if (unitOfWork.getMessage().getMetaData().get(CLAIM) instanceof Claim claim) {
            claims.storeWithCommand(new ClaimedRequest(claim, (Receipt) receipt));
        }
        return receipt;
    }
}
