package io.github.simplechat.query.rooms;

import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberEvent;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MembershipEvent;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What events make of rooms, memberships, markers and tombstones. Pure. */
final class RoomsProjection {

    private RoomsProjection() {}

    /** The room after any of its events; null before it was created. */
    static @Nullable RoomEntry evolve(@Nullable RoomEntry room, long version, RoomEvent event) {
        if (event instanceof RoomCreated e) {
            return new RoomEntry(e.roomId(), version, e.name(), e.topic(), e.visibility(), 0, 0);
        }
        if (room == null) {
            return null;
        }
        return switch (event) {
            case RoomCreated e -> room;
            case MemberJoined e -> with(room, version, 1, room.lastSeq());
            case MemberLeft e -> with(room, version, -1, room.lastSeq());
            case MessageSent e -> with(room, version, 0, e.seq());
            case MessageEvent e -> with(room, version, 0, room.lastSeq());
            case DirectRoomCreated e -> room;
            case RoomChanged e -> with(room, version, 0, room.lastSeq());
            case RoomArchived e -> with(room, version, 0, room.lastSeq());
            case MemberEvent e -> with(room, version, 0, room.lastSeq());
        };
    }

    private static RoomEntry with(RoomEntry room, long version, int more, long lastSeq) {
        return new RoomEntry(
                room.roomId(),
                version,
                room.name(),
                room.topic(),
                room.visibility(),
                room.memberCount() + more,
                lastSeq);
    }

    /** The membership after its person came or went. */
    static @Nullable Membership evolve(
            @Nullable Membership before, long version, MembershipEvent event) {
        return switch (event) {
            case MemberJoined e ->
                    new Membership(
                            e.roomId(),
                            e.userId(),
                            version,
                            e.role(),
                            e.at(),
                            e.seq(),
                            before == null ? 0 : before.sentSeq(),
                            true);
            case MemberLeft e ->
                    before == null ? null : with(before, version, before.sentSeq(), false);
        };
    }

    /** The author's membership after a message. */
    static @Nullable Membership evolve(
            @Nullable Membership author, long version, MessageSent event) {
        return author == null ? null : with(author, version, event.seq(), author.present());
    }

    private static Membership with(Membership before, long version, long sentSeq, boolean present) {
        return new Membership(
                before.roomId(),
                before.userId(),
                version,
                before.role(),
                before.joinedAt(),
                before.joinSeq(),
                sentSeq,
                present);
    }

    /** The marker after reading; never goes back. */
    static ReadMarker evolve(@Nullable ReadMarker before, long version, MessagesRead event) {
        long seq = before == null ? event.seq() : Math.max(before.seq(), event.seq());
        return new ReadMarker(event.roomId(), event.userId(), version, seq);
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
