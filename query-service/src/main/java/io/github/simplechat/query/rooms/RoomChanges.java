package io.github.simplechat.query.rooms;

import java.util.Collection;

/** What a batch of events has changed. */
public record RoomChanges(
        Collection<Membership> memberships,
        Collection<ReadMarker> markers,
        Collection<Tombstones> tombstones,
        Collection<RoomEntry> rooms) {}
