package io.github.simplechat.relay.testing;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** Events of a room, for tests that do not care about the rest of them. */
public final class TestEvents {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    private TestEvents() {}

    public static ChatEvent created(UUID room, UUID owner) {
        return new RoomCreated(room, owner, NOON, "room", Visibility.PUBLIC, null);
    }

    public static ChatEvent joined(UUID room, UUID person) {
        return new MemberJoined(room, person, NOON, person, Role.MEMBER, 0);
    }

    public static ChatEvent left(UUID room, UUID person) {
        return new MemberLeft(room, person, NOON, person);
    }

    public static ChatEvent sent(UUID room, UUID person, long seq) {
        return MessageSent.of(room, person, NOON, seq, "hello " + seq);
    }

    public static ChatEvent[] sent(UUID room, UUID person, long fromSeq, long toSeq) {
        return LongStream.rangeClosed(fromSeq, toSeq)
                .mapToObj(seq -> sent(room, person, seq))
                .toArray(ChatEvent[]::new);
    }

    /** A new room: version 0 creates it, the members come with versions 1, 2 and so on. */
    public static ChatEvent[] room(UUID room, UUID... members) {
        List<ChatEvent> events = new ArrayList<>();
        events.add(created(room, members[0]));
        for (UUID member : members) {
            events.add(joined(room, member));
        }
        return events.toArray(ChatEvent[]::new);
    }
}
