package io.github.simplechat.command.room;

import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionRemoved;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.command.platform.axon.FeedAggregate;
import io.github.simplechat.command.room.RoomState.Absent;
import org.axonframework.eventsourcing.EventSourcingHandler;

/**
 * What a room remembers: a handler for each of its events, which lets Axon drive {@link
 * RoomDecider#evolve}.
 */
abstract class RoomFeed extends FeedAggregate<RoomState> {

    RoomFeed() {
        super(new Absent());
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
