package io.github.simplechat.api.room;

import io.github.simplechat.api.event.ChatEvent;
import java.util.UUID;

/** Something that happened in a room. */
public sealed interface RoomEvent extends ChatEvent
        permits RoomCreated,
                DirectRoomCreated,
                RoomChanged,
                RoomArchived,
                MemberEvent,
                MessageEvent {

    /** The room, which is also its feed. */
    UUID roomId();

    @Override
    default UUID feedId() {
        return roomId();
    }
}
