package io.github.simplechat.api.room;

/** A message was pinned or unpinned. The latest one tells whether it is pinned. */
public sealed interface PinEvent extends MessageEvent permits MessagePinned, MessageUnpinned {

    @Override
    default String subject() {
        return subject(seq());
    }

    /** The subject under which a message's pin is found; not the message's own subject. */
    static String subject(long seq) {
        return seq + ":pin";
    }
}
