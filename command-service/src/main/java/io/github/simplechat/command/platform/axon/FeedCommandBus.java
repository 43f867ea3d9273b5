package io.github.simplechat.command.platform.axon;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;

/**
 * Executes commands on the threads of their callers, and all commands of one feed one after the
 * other: those that come in while one is being committed are executed together, see {@link
 * FeedTurns}. A command whose feed nobody else uses at the moment waits for nobody.
 */
final class FeedCommandBus implements CommandBus {

    private final CommandTargetResolver feeds;
    private final Map<String, MessageHandler<? super CommandMessage<?>>> handlers =
            new ConcurrentHashMap<>();
    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors =
            new CopyOnWriteArrayList<>();
    private final FeedTurns turns = new FeedTurns(new CommandBatch(interceptors)::execute);

    FeedCommandBus(CommandTargetResolver feeds) {
        this.feeds = feeds;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (message, result) -> {});
    }

    @Override
    @SuppressWarnings("unchecked")
    public <C, R> void dispatch(
            CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        MessageHandler<? super CommandMessage<?>> handler = handlers.get(command.getCommandName());
        if (handler == null) {
            callback.onResult(
                    command,
                    new GenericCommandResultMessage<>(new NoHandlerForCommandException(command)));
            return;
        }
        WaitingCommand waiting = new WaitingCommand(command, handler);
        turns.take(feeds.resolveTarget(command).getIdentifierValue(), waiting);
        callback.onResult(command, (GenericCommandResultMessage<R>) waiting.result());
    }

    @Override
    public Registration subscribe(
            String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        handlers.put(commandName, handler);
        return () -> handlers.remove(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        interceptors.add(interceptor);
        return () -> interceptors.remove(interceptor);
    }

    /** Who sends a command gives it all that it needs. */
    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        throw new UnsupportedOperationException("Commands are not changed on their way");
    }
}
