package io.github.simplechat.query.rooms;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room as one member has read it.
 *
 * @param readSeq up to where they have read
 * @param unread how many messages after it are not deleted
 * @param mentions how many of those mention the member, {@link ReadMarker#MOST_MENTIONS} at most
 */
public record RoomReading(
        Membership membership, RoomEntry room, long readSeq, long unread, long mentions) {

    private record Open(
            Membership membership, RoomEntry room, @Nullable ReadMarker marker, long readSeq) {}

    /**
     * The rooms behind memberships, in their order, with one question to the store for each kind of
     * document. A room that the store does not know yet is left out.
     */
    public static List<RoomReading> of(RoomsStore store, Collection<Membership> memberships) {
        Map<UUID, RoomEntry> rooms =
                store.rooms(memberships.stream().map(Membership::roomId).toList());
        Map<MemberKey, ReadMarker> markers =
                store.markers(memberships.stream().map(Membership::key).toList());
        List<Open> open =
                memberships.stream()
                        .filter(membership -> rooms.containsKey(membership.roomId()))
                        .map(membership ->
                                open(
                                        membership,
                                        Objects.requireNonNull(rooms.get(membership.roomId())),
                                        markers.get(membership.key())))
                        .toList();
        Map<UUID, Set<Tombstones>> tombstones = tombstones(store, open);
        return open.stream().map(one -> count(one, tombstones)).toList();
    }

    /** Up to where a member has read a room; empty while their membership is not known yet. */
    public static OptionalLong readSeq(RoomsStore store, UUID roomId, UUID userId) {
        MemberKey key = new MemberKey(roomId, userId);
        Membership membership = store.memberships(Set.of(key)).get(key);
        return membership == null
                ? OptionalLong.empty()
                : OptionalLong.of(Unread.readSeq(membership, store.markers(Set.of(key)).get(key)));
    }

    private static Open open(Membership membership, RoomEntry room, @Nullable ReadMarker marker) {
        return new Open(membership, room, marker, Unread.readSeq(membership, marker));
    }

    private static Map<UUID, Set<Tombstones>> tombstones(RoomsStore store, List<Open> open) {
        Set<TombstoneKey> wanted = new HashSet<>();
        for (Open one : open) {
            RoomEntry room = one.room();
            wanted.addAll(Unread.buckets(room.roomId(), room.lastSeq(), one.readSeq()));
        }
        Map<UUID, Set<Tombstones>> found = new HashMap<>();
        for (Tombstones some : store.tombstones(wanted).values()) {
            found.computeIfAbsent(some.roomId(), room -> new HashSet<>()).add(some);
        }
        return found;
    }

    private static RoomReading count(Open one, Map<UUID, Set<Tombstones>> tombstones) {
        RoomEntry room = one.room();
        Set<Tombstones> deleted = tombstones.getOrDefault(room.roomId(), Set.of());
        long unread = Unread.count(room.lastSeq(), one.readSeq(), deleted);
        long mentions = Unread.mentions(one.marker(), one.readSeq(), deleted);
        return new RoomReading(one.membership(), room, one.readSeq(), unread, mentions);
    }
}
