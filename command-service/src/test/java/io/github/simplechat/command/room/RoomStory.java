package io.github.simplechat.command.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.platform.axon.PendingEvents;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A room with what has happened in it: given these events, when that command, then. */
final class RoomStory {

    static final UUID ROOM = new UUID(1, 1);
    static final UUID OWNER = new UUID(2, 1);
    static final UUID MODERATOR = new UUID(2, 2);
    static final UUID MEMBER = new UUID(2, 3);
    static final UUID STRANGER = new UUID(2, 4);
    static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");
    static final Instant LATER = AT.plusSeconds(60);

    private final InMemoryEventLog log = new InMemoryEventLog();
    private RoomState state = new RoomState.Absent();

    /** An owner, a moderator and a member, who has sent message 1. */
    static RoomStory room() {
        return new RoomStory()
                .and(new RoomCreated(ROOM, OWNER, AT, "방", Visibility.PUBLIC, null))
                .and(in(OWNER, Role.OWNER))
                .and(in(MODERATOR, Role.MODERATOR))
                .and(in(MEMBER, Role.MEMBER))
                .and(MessageSent.of(ROOM, MEMBER, AT, 1, "안녕"));
    }

    /** The room of OWNER and MEMBER, who has sent message 1. */
    static RoomStory directRoom() {
        return new RoomStory()
                .and(new DirectRoomCreated(ROOM, OWNER, AT, MEMBER))
                .and(in(OWNER, Role.MEMBER))
                .and(in(MEMBER, Role.MEMBER))
                .and(MessageSent.of(ROOM, MEMBER, AT, 1, "안녕"));
    }

    static RoomStory nothing() {
        return new RoomStory();
    }

    static MemberJoined in(UUID userId, Role role) {
        return new MemberJoined(ROOM, userId, AT, userId, role, 0);
    }

    RoomStory and(RoomEvent event) {
        log.append(event);
        state = RoomDecider.evolve(state, event);
        return this;
    }

    RoomState state() {
        return state;
    }

    private List<RoomEvent> decide(RoomCommand command) {
        return RoomDecider.decide(command, state, new StreamPastMessages(new PendingEvents(log)));
    }

    /** Then these events follow, and are part of the story. */
    void leadsTo(RoomCommand command, RoomEvent... events) {
        assertThat(decide(command)).containsExactly(events);
        for (RoomEvent event : events) {
            and(event);
        }
    }

    /** As above; the same command again leads to nothing. */
    void leadsOnceTo(RoomCommand command, RoomEvent... events) {
        leadsTo(command, events);
        changesNothing(command);
    }

    void changesNothing(RoomCommand command) {
        assertThat(decide(command)).isEmpty();
    }

    void refuses(RoomCommand command, Reason reason) {
        assertThat(refusal(command).reason()).isEqualTo(reason);
    }

    void refuses(RoomCommand command, Reason reason, Duration retryAfter) {
        assertThat(refusal(command).reason()).isEqualTo(reason);
        assertThat(refusal(command).retryAfter()).isEqualTo(retryAfter);
    }

    private Rejection refusal(RoomCommand command) {
        Rejection refusal = catchThrowableOfType(Rejection.class, () -> decide(command));
        assertThat(refusal).as("%s is refused", command).isNotNull();
        return refusal;
    }
}
