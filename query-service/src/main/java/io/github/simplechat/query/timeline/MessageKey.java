package io.github.simplechat.query.timeline;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.room.MessageEvent;
import java.util.UUID;

/** A message's identity. */
public record MessageKey(UUID roomId, long seq) {

    /** The message that an event is about. */
    public static MessageKey of(MessageEvent event) {
        return new MessageKey(event.roomId(), event.seq());
    }

    /** The key of a message. */
    public static MessageKey of(Message message) {
        return new MessageKey(message.roomId(), message.seq());
    }

    /** As one text: {@code roomId:seq}. */
    public String id() {
        return roomId + ":" + seq;
    }
}
