package io.github.simplechat.command.room;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.ConfirmMembership;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.command.room.RoomState.Absent;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that lets Axon drive {@link RoomDecider}. */
@Aggregate(type = "Room", cache = "aggregateCache", commandTargetResolver = "feedTargetResolver")
class RoomAggregate {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable UUID roomId;

    private RoomState state = new Absent();

    RoomAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(CreateRoom command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(JoinRoom command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(AddMember command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(LeaveRoom command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(RemoveMember command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(SendMessage command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(EditMessage command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(DeleteMessage command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(ConfirmMembership command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    private Receipt execute(RoomCommand command, PastMessage.Lookup past) {
        RoomDecider.decide(command, state, past).forEach(AggregateLifecycle::apply);
        return new Receipt(
                command.roomId(), AggregateLifecycle.getVersion(), seq(command), command.at());
    }

    private @Nullable Long seq(RoomCommand command) {
        return switch (command) {
            case EditMessage c -> c.seq();
            case DeleteMessage c -> c.seq();
            case RoomCommand c -> state instanceof RoomState.Open room ? room.seq() : null;
        };
    }

    @EventSourcingHandler
    void on(RoomCreated event) {
        roomId = event.roomId();
        evolve(event);
    }

    @EventSourcingHandler
    void on(MemberJoined event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MemberLeft event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MessageSent event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MessageEdited event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MessageDeleted event) {
        evolve(event);
    }

    private void evolve(RoomEvent event) {
        state = RoomDecider.evolve(state, event);
    }
}
