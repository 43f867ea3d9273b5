package io.github.simplechat.command.platform.web;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.command.platform.idempotency.FirstAnswers;
import io.github.simplechat.command.platform.idempotency.IdempotencyInterceptor;
import io.github.simplechat.command.platform.idempotency.Outcome;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimTaken;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Sends commands and waits for what becomes of them. */
@Component
public final class Commands {

    private static final int TRIES = 8;

    private final CommandGateway gateway;
    private final FirstAnswers firstAnswers;

    Commands(CommandGateway gateway, FirstAnswers firstAnswers) {
        this.gateway = gateway;
        this.firstAnswers = firstAnswers;
    }

    /**
     * Executes a command; returns when its events are durable.
     *
     * @throws Rejection when a rule refuses it
     * @throws ConcurrencyFailureException when other nodes were always faster; nothing was stored
     */
    public Outcome send(Object command) {
        return new Outcome(execute(command, MetaData.emptyInstance()), false);
    }

    /**
     * Executes a command once for its claim, however often it is sent. Only a command that finds
     * its key taken, or is refused, is looked up: it may be a repetition of one that was accepted.
     */
    public Outcome send(Object command, Claim claim) {
        MetaData metaData = MetaData.from(Map.of(IdempotencyInterceptor.CLAIM, claim));
        for (int attempt = 1; ; attempt++) {
            try {
                return new Outcome(execute(command, metaData), false);
            } catch (Rejection | ClaimTaken e) {
                Optional<Receipt> first = firstAnswers.to(claim);
                if (first.isPresent()) {
                    return new Outcome(first.get(), true);
                }
                if (e instanceof Rejection || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Receipt execute(Object command, MetaData metaData) {
        try {
            return gateway.sendAndWait(new GenericCommandMessage<>(command, metaData));
        } catch (AggregateNotFoundException e) {
            throw notFound(command);
        } catch (ConcurrencyException e) {
            throw new ConcurrencyFailureException("Too many write to the feed at once.", e);
        }
    }

    /** What became of the command that first used a claim; empty when none did. */
    Optional<Outcome> firstAnswer(Claim claim) {
        return firstAnswers.to(claim).map(receipt -> new Outcome(receipt, true));
    }

    private static Rejection notFound(Object command) {
        return command instanceof RoomCommand
                ? new Rejection(Reason.ROOM_NOT_FOUND, "There is no such room.")
                : new Rejection(Reason.PERSON_NOT_FOUND, "There is no such person.");
    }
}
