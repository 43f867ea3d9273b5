package io.github.simplechat.api.relay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message published to Redis and pushed, unchanged, to sockets: a signal that a feed has moved.
 * Its JSON names are {@code relay-type, roomId | userId, timestamp, msg-type, version, seq,
 * actorId}, and on chat frames that are about a person {@code userId} for that person.
 *
 * @param feed the feed that moved; {@code roomId} with chat, {@code userId} with person
 * @param timestamp when, UTC, in milliseconds
 * @param msgType what happened, for example {@code room.msg.new}
 * @param version the feed's version after it; null only on signals that are never stored
 * @param seq the message's number, where it is about a message
 * @param actorId who caused it
 * @param subjectId the person whom it is about, with {@code room.person.in} and {@code
 *     room.person.out}, even when that is the actor; {@code userId} on chat frames
 */
public record RelayMessage(
        Feed feed,
        Instant timestamp,
        String msgType,
        @Nullable Long version,
        @Nullable Long seq,
        UUID actorId,
        @Nullable UUID subjectId) {}
