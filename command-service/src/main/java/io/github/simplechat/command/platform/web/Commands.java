package io.github.simplechat.command.platform.web;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.command.platform.idempotency.IdempotencyInterceptor;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimTaken;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends commands and waits for what becomes of them. */
@Component
public final class Commands {

    private static final int TRIES = 8;

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Executes a command; returns when its events are durable.
     *
     * @throws Rejection when a rule refuses it
     */
    public Outcome send(Object command) {
        return send(command, null);
    }

    /** Executes a command once for its claim, however often it is sent. */
    public Outcome send(Object command, @Nullable Claim claim) {
        MetaData metaData =
                claim == null
                        ? MetaData.emptyInstance()
                        : MetaData.from(Map.of(IdempotencyInterceptor.CLAIM, claim));
        CommandMessage<Object> message = new GenericCommandMessage<>(command, metaData);
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.sendAndWait(message);
            } catch (AggregateNotFoundException e) {
                throw notFound(command);
            } catch (ConcurrencyException | AggregateStreamCreationException | ClaimTaken e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static Rejection notFound(Object command) {
        return command instanceof RoomCommand
                ? new Rejection(Reason.ROOM_NOT_FOUND, "There is no such room.")
                : new Rejection(Reason.PERSON_NOT_FOUND, "There is no such person.");
    }
}
