package io.github.simplechat.api.room;

/** Something wanted of one message that has been sent. */
public sealed interface MessageCommand extends RoomCommand
        permits EditMessage, DeleteMessage, AddReaction, RemoveReaction, PinMessage, UnpinMessage {

    /** The message's number in its room. */
    long seq();
}
