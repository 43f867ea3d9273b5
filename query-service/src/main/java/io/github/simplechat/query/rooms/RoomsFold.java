package io.github.simplechat.query.rooms;

import io.github.simplechat.query.rebuild.Fold;
import java.util.UUID;

/** The documents that a batch concerns, while it is taken in. */
record RoomsFold(
        Fold<UUID, RoomEntry> rooms,
        Fold<MemberKey, Membership> memberships,
        Fold<MemberKey, BanEntry> bans,
        Fold<MemberKey, ReadMarker> markers,
        Fold<TombstoneKey, Tombstones> tombstones) {

    static RoomsFold load(RoomsStore store, RoomKeys keys) {
        return new RoomsFold(
                new Fold<>(store.rooms(keys.rooms()), RoomEntry::version),
                new Fold<>(store.memberships(keys.memberships()), Membership::version),
                new Fold<>(store.bans(keys.bans()), BanEntry::version),
                new Fold<>(store.markers(keys.markers()), ReadMarker::version),
                new Fold<>(store.tombstones(keys.tombstones()), Tombstones::version));
    }

    RoomChanges changes() {
        return new RoomChanges(
                memberships.changed(),
                bans.changed(),
                markers.changed(),
                tombstones.changed(),
                rooms.changed());
    }
}
