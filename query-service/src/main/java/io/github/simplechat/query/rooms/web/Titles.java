package io.github.simplechat.query.rooms.web;

import io.github.simplechat.query.people.Names;
import io.github.simplechat.query.people.PeopleStore;
import io.github.simplechat.query.rooms.DirectPair;
import io.github.simplechat.query.rooms.RoomEntry;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person calls rooms: a direct room by the name of the other one. */
record Titles(UUID viewer, Names others) {

    /** The titles of some rooms, with one question to the store. */
    static Titles of(PeopleStore people, UUID viewer, Collection<RoomEntry> rooms) {
        return new Titles(
                viewer,
                Names.of(
                        people,
                        rooms.stream()
                                .map(RoomEntry::direct)
                                .filter(Objects::nonNull)
                                .map(pair -> pair.other(viewer))
                                .toList()));
    }

    /** The other one of a direct room; null in any other room. */
    @Nullable UUID other(RoomEntry room) {
        DirectPair pair = room.direct();
        return pair == null ? null : pair.other(viewer);
    }

    /** What the room is called; null while the other one is not known, or is forgotten. */
    @Nullable String name(RoomEntry room) {
        UUID other = other(room);
        if (other == null) {
            return room.name();
        }
        return others.of(other);
    }
}
