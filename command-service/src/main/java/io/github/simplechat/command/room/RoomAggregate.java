package io.github.simplechat.command.room;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.AddReaction;
import io.github.simplechat.api.room.ArchiveRoom;
import io.github.simplechat.api.room.BanPerson;
import io.github.simplechat.api.room.ChangeRole;
import io.github.simplechat.api.room.ChangeRoom;
import io.github.simplechat.api.room.ConfirmInviting;
import io.github.simplechat.api.room.ConfirmMembership;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.ForgetMember;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.LiftBan;
import io.github.simplechat.api.room.MessageCommand;
import io.github.simplechat.api.room.MuteMember;
import io.github.simplechat.api.room.OpenDirectRoom;
import io.github.simplechat.api.room.PinMessage;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.RemoveReaction;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.UnpinMessage;
import io.github.simplechat.command.platform.axon.PendingEvents;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that lets Axon drive {@link RoomDecider}: a handler for each command. */
@Aggregate(type = "Room", repository = "rooms", commandTargetResolver = "feedTargetResolver")
class RoomAggregate extends RoomFeed {

    RoomAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(CreateRoom command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(OpenDirectRoom command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(ChangeRoom command, PastMessage.Lookup past) {
        RoomRules.requireVersion(command.ifVersion(), AggregateLifecycle.getVersion());
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(ArchiveRoom command, PastMessage.Lookup past) {
        RoomRules.requireVersion(command.ifVersion(), AggregateLifecycle.getVersion());
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
    Receipt handle(ForgetMember command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(ConfirmMembership command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(ConfirmInviting command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(ChangeRole command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(MuteMember command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(BanPerson command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(LiftBan command, PastMessage.Lookup past) {
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
    Receipt handle(AddReaction command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(RemoveReaction command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(PinMessage command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    @CommandHandler
    Receipt handle(UnpinMessage command, PastMessage.Lookup past) {
        return execute(command, past);
    }

    private Receipt execute(RoomCommand command, PastMessage.Lookup past) {
        for (var event : RoomDecider.decide(command, state, past)) {
            PendingEvents.add(event);
            AggregateLifecycle.apply(event);
        }
        return new Receipt(
                command.roomId(), AggregateLifecycle.getVersion(), seq(command), command.at());
    }

    private @Nullable Long seq(RoomCommand command) {
        return switch (command) {
            case MessageCommand c -> (Long) c.seq();
            case RoomCommand c -> state instanceof RoomState.Present room ? room.seq() : null;
        };
    }
}
