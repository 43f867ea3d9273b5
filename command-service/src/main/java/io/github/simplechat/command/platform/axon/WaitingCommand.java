package io.github.simplechat.command.platform.axon;

import io.github.simplechat.command.platform.idempotency.IdempotencyInterceptor;
import io.github.simplechat.platform.eventstore.Claim;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.jspecify.annotations.Nullable;

/** A command in a queue, and what becomes of it. */
final class WaitingCommand {

    /** How the wait of a caller ends. */
    enum Call {
        /** The result is there. */
        DONE,
        /** It is this caller's turn to execute what waits, its own command among it. */
        LEAD
    }

    private final CommandMessage<?> message;
    private final MessageHandler<? super CommandMessage<?>> handler;
    private final CompletableFuture<Call> called = new CompletableFuture<>();
    private @Nullable Object answer;
    private @Nullable Throwable failure;
    private boolean executed;

    WaitingCommand(CommandMessage<?> message, MessageHandler<? super CommandMessage<?>> handler) {
        this.message = message;
        this.handler = handler;
    }

    CommandMessage<?> message() {
        return message;
    }

    MessageHandler<? super CommandMessage<?>> handler() {
        return handler;
    }

    /** The claim that it carries. */
    @Nullable Claim claim() {
        return message.getMetaData().get(IdempotencyInterceptor.CLAIM) instanceof Claim claim
                ? claim
                : null;
    }

    /** It was decided; the answer counts once its events are durable. */
    void answered(@Nullable Object newAnswer) {
        answer = newAnswer;
        failure = null;
        executed = true;
    }

    /** It was refused, or could not be executed. */
    void failed(Throwable cause) {
        failure = cause;
        executed = true;
    }

    /** What became of it, for its caller, once it was executed. */
    GenericCommandResultMessage<?> result() {
        if (!executed) {
            throw new IllegalStateException("The command was not executed.");
        }
        return failure == null
                ? new GenericCommandResultMessage<>(answer)
                : new GenericCommandResultMessage<>(failure);
    }

    /** Ends the wait of its caller. */
    void call(Call call) {
        called.complete(call);
    }

    /** Waits until it is executed by another caller, or is to be executed by this one. */
    Call await() {
        return called.join();
    }
}
