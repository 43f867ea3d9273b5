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
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.ForgetMember;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.LiftBan;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageCommand;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.MuteMember;
import io.github.simplechat.api.room.OpenDirectRoom;
import io.github.simplechat.api.room.PinMessage;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionRemoved;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.RemoveReaction;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.UnpinMessage;
import io.github.simplechat.command.platform.axon.FeedAggregate;
import io.github.simplechat.command.platform.axon.PendingEvents;
import io.github.simplechat.command.room.RoomState.Absent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The shell that lets Axon drive {@link RoomDecider}: a handler for each command and each event,
 * and nothing else.
 */
@Aggregate(type = "Room", repository = "rooms", commandTargetResolver = "feedTargetResolver")
class RoomAggregate extends FeedAggregate<RoomState> {

    RoomAggregate() {
        super(new Absent());
    }

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

    @EventSourcingHandler
    void on(RoomCreated event) {
        feedId = event.roomId();
        evolve(event);
    }

    @EventSourcingHandler
    void on(DirectRoomCreated event) {
        feedId = event.roomId();
        evolve(event);
    }

    @EventSourcingHandler
    void on(RoomChanged event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(RoomArchived event) {
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
    void on(MemberRoleChanged event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MemberMuted event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MemberBanned event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MemberUnbanned event) {
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

    @EventSourcingHandler
    void on(ReactionAdded event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(ReactionRemoved event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MessagePinned event) {
        evolve(event);
    }

    @EventSourcingHandler
    void on(MessageUnpinned event) {
        evolve(event);
    }

    private void evolve(RoomEvent event) {
        state = RoomDecider.evolve(state, event);
    }
}
