package io.github.simplechat.api.room;

import java.util.UUID;

/**
 * An emoji was put to a message or taken back, by the actor. The latest one tells whether it is
 * there.
 */
public sealed interface ReactionEvent extends MessageEvent permits ReactionAdded, ReactionRemoved {

    /** The emoji, NFC. */
    String emoji();

    @Override
    default String subject() {
        return subject(seq(), emoji(), actorId());
    }

    /** The subject under which a person's reaction is found; not the message's own subject. */
    static String subject(long seq, String emoji, UUID userId) {
        return seq + ":" + emoji + ":" + userId;
    }
}
