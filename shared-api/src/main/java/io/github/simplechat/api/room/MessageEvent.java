package io.github.simplechat.api.room;

/** Something that happened to one message, known by {@code (roomId, seq)}. */
public sealed interface MessageEvent extends RoomEvent
        permits MessageSent, MessageEdited, MessageDeleted, ReactionEvent, PinEvent {

    /** The message's number in its room: 1, 2, 3 … without holes. */
    long seq();

    @Override
    default String subject() {
        return Long.toString(seq());
    }
}
