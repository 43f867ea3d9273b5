package io.github.simplechat.query.rooms;

import java.util.Collection;
import java.util.List;

/** What a batch of events has changed. */
public record RoomChanges(
        Collection<Membership> memberships,
        Collection<BanEntry> bans,
        Collection<ReadMarker> markers,
        Collection<Tombstones> tombstones,
        Collection<RoomEntry> rooms) {

    /** Nothing but rooms. */
    public static RoomChanges ofRooms(Collection<RoomEntry> rooms) {
        return new RoomChanges(List.of(), List.of(), List.of(), List.of(), rooms);
    }

    /** Nothing but memberships. */
    public static RoomChanges ofMemberships(Collection<Membership> memberships) {
        return new RoomChanges(memberships, List.of(), List.of(), List.of(), List.of());
    }
}
