package io.github.simplechat.query.rooms;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberEvent;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RoomEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which documents a batch of events concerns. */
record RoomKeys(
        Set<UUID> rooms,
        Set<MemberKey> memberships,
        Set<MemberKey> bans,
        Set<MemberKey> markers,
        Set<TombstoneKey> tombstones) {

    static RoomKeys of(List<RecordedEvent> batch) {
        RoomKeys keys =
                new RoomKeys(
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashSet<>());
        batch.forEach(keys::add);
        return keys;
    }

    private void add(RecordedEvent recorded) {
        if (recorded.event() instanceof RoomEvent event) {
            rooms.add(event.roomId());
        }
        switch (recorded.event()) {
            case MemberBanned e -> bans.add(new MemberKey(e.roomId(), e.userId()));
            case MemberUnbanned e -> bans.add(new MemberKey(e.roomId(), e.userId()));
            case MemberEvent e -> memberships.add(new MemberKey(e.roomId(), e.userId()));
            case MessageSent e -> memberships.add(new MemberKey(e.roomId(), e.actorId()));
            case MessageDeleted e -> tombstones.add(TombstoneKey.of(e.roomId(), e.seq()));
            case MessagesRead e -> markers.add(new MemberKey(e.roomId(), e.userId()));
            case PersonMentioned e -> markers.add(new MemberKey(e.roomId(), e.userId()));
            default -> {}
        }
    }
}
