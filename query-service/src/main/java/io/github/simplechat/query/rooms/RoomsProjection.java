package io.github.simplechat.query.rooms;

import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberEvent;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.Visibility;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What events make of rooms and of their tombstones. Pure. */
final class RoomsProjection {

    private RoomsProjection() {}

    /** The room after any of its events; null before it was created. */
    static @Nullable RoomEntry evolve(@Nullable RoomEntry room, long version, RoomEvent event) {
        if (event instanceof RoomCreated e) {
            return new RoomEntry(
                    e.roomId(), version, e.name(), e.topic(), e.visibility(), null, false, 0, 0, 0);
        }
        if (event instanceof DirectRoomCreated e) {
            DirectPair pair = new DirectPair(e.actorId(), e.userId());
            return new RoomEntry(
                    e.roomId(), version, "", null, Visibility.PRIVATE, pair, false, 0, 0, 0);
        }
        if (room == null) {
            return null;
        }
        return switch (event) {
            case RoomCreated e -> room;
            case DirectRoomCreated e -> room;
            case RoomChanged e -> changed(room, version, e);
            case RoomArchived e -> with(room, version, true, 0, room.lastSeq());
            case MemberJoined e -> with(room, version, room.archived(), 1, room.lastSeq());
            case MemberLeft e -> with(room, version, room.archived(), -1, room.lastSeq());
            case MessageSent e -> with(room, version, room.archived(), 0, e.seq());
            case MemberEvent e -> with(room, version, room.archived(), 0, room.lastSeq());
            case MessageEvent e -> with(room, version, room.archived(), 0, room.lastSeq());
        };
    }

    private static RoomEntry changed(RoomEntry room, long version, RoomChanged event) {
        return new RoomEntry(
                room.roomId(),
                version,
                event.name(),
                event.topic(),
                event.visibility(),
                room.direct(),
                room.archived(),
                event.slowModeSeconds(),
                room.memberCount(),
                room.lastSeq());
    }

    private static RoomEntry with(
            RoomEntry room, long version, boolean archived, int more, long lastSeq) {
        return new RoomEntry(
                room.roomId(),
                version,
                room.name(),
                room.topic(),
                room.visibility(),
                room.direct(),
                archived,
                room.slowModeSeconds(),
                room.memberCount() + more,
                lastSeq);
    }

    /** The tombstones after a deletion. */
    static Tombstones evolve(@Nullable Tombstones before, long version, MessageDeleted event) {
        SortedSet<Long> seqs =
                new TreeSet<>(before == null ? Collections.emptySet() : before.seqs());
        seqs.add(event.seq());
        TombstoneKey key = TombstoneKey.of(event.roomId(), event.seq());
        return new Tombstones(
                key.roomId(), key.bucket(), version, Collections.unmodifiableSortedSet(seqs));
    }
}
