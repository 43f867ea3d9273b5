package io.github.simplechat.command.platform.axon;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimTaken;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Executes commands of one feed in one unit of work: one load of the aggregate, each decided in
 * turn, one append. A refused command has applied nothing, so its neighbours go on. When the feed
 * has moved on at another node, all are decided again; when a claim is taken, all but those that
 * hold it; when a command breaks in any other way, each is executed on its own.
 */
final class CommandBatch {

    private static final int TRIES = 32;

    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors;

    CommandBatch(List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors) {
        this.interceptors = interceptors;
    }

    /** Executes the commands and leaves with each what became of it. */
    void execute(List<WaitingCommand> commands) {
        List<WaitingCommand> open = new ArrayList<>(commands);
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            boolean again = attempt < TRIES;
            switch (attempt(open)) {
                case null -> open.clear();
                case ClaimTaken taken when open.removeIf(c -> failed(c, taken)) -> {}
                case ConcurrencyException moved when again -> {}
                case Throwable broken
                        when open.size() > 1 && !(broken instanceof ConcurrencyException) -> {
                    open.forEach(command -> execute(List.of(command)));
                    open.clear();
                }
                case Throwable broken -> {
                    open.forEach(command -> command.failed(broken));
                    open.clear();
                }
            }
        }
    }

    private static boolean failed(WaitingCommand command, ClaimTaken taken) {
        Claim claim = command.claim();
        boolean holds = claim != null && taken.claims().contains(claim);
        if (holds) {
            command.failed(taken);
        }
        return holds;
    }

    /** What kept the unit of work from being committed; null when it was. */
    private @Nullable Throwable attempt(List<WaitingCommand> commands) {
        var unit =
                new BatchingUnitOfWork<CommandMessage<?>>(
                        commands.stream().<CommandMessage<?>>map(WaitingCommand::message).toList());
        Iterator<WaitingCommand> turns = commands.iterator();
        ResultMessage<?> result =
                unit.executeWithResult(
                        () -> decide(turns.next(), unit), RollbackConfigurationType.ANY_THROWABLE);
        return result.isExceptional() ? result.exceptionResult() : null;
    }

    private @Nullable Object decide(WaitingCommand command, UnitOfWork<CommandMessage<?>> unit)
            throws Exception {
        try {
            command.answered(
                    new DefaultInterceptorChain<CommandMessage<?>>(
                                    unit, interceptors, command.handler())
                            .proceed());
        } catch (Rejection | AggregateNotFoundException refused) {
            command.failed(refused);
        }
        return null;
    }
}
