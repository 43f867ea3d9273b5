package io.github.simplechat.query.rooms.memory;

import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.SearchKey;
import io.github.simplechat.query.platform.memory.MemoryDocuments;
import io.github.simplechat.query.rooms.BanEntry;
import io.github.simplechat.query.rooms.MemberKey;
import io.github.simplechat.query.rooms.Membership;
import io.github.simplechat.query.rooms.ReadMarker;
import io.github.simplechat.query.rooms.RoomChanges;
import io.github.simplechat.query.rooms.RoomEntry;
import io.github.simplechat.query.rooms.RoomNames;
import io.github.simplechat.query.rooms.RoomsStore;
import io.github.simplechat.query.rooms.TombstoneKey;
import io.github.simplechat.query.rooms.Tombstones;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rooms that live as long as their process. */
public final class InMemoryRoomsStore implements RoomsStore {

    private final MemoryDocuments<UUID, RoomEntry> rooms =
            new MemoryDocuments<>(RoomEntry::roomId, RoomEntry::version);
    private final MemoryDocuments<MemberKey, Membership> memberships =
            new MemoryDocuments<>(Membership::key, Membership::version);
    private final MemoryDocuments<MemberKey, BanEntry> bans =
            new MemoryDocuments<>(BanEntry::key, BanEntry::version);
    private final MemoryDocuments<MemberKey, ReadMarker> markers =
            new MemoryDocuments<>(ReadMarker::key, ReadMarker::version);
    private final MemoryDocuments<TombstoneKey, Tombstones> tombstones =
            new MemoryDocuments<>(Tombstones::key, Tombstones::version);
    private final Documents all =
            Documents.joined(
                    Map.of(
                            "rooms",
                            rooms,
                            "memberships",
                            memberships,
                            "bans",
                            bans,
                            "markers",
                            markers,
                            "tombstones",
                            tombstones));

    @Override
    public Map<UUID, RoomEntry> rooms(Collection<UUID> roomIds) {
        return rooms.load(roomIds);
    }

    @Override
    public Map<MemberKey, Membership> memberships(Collection<MemberKey> keys) {
        return memberships.load(keys);
    }

    @Override
    public Map<MemberKey, BanEntry> bans(Collection<MemberKey> keys) {
        return bans.load(keys);
    }

    @Override
    public List<BanEntry> bansOf(UUID roomId, Instant at, @Nullable UUID after, int limit) {
        Stream<BanEntry> standing =
                bans.stream()
                        .filter(one -> one.standing() && one.roomId().equals(roomId))
                        .filter(one -> one.until() == null || one.until().isAfter(at));
        return listed(standing, BanEntry::userId, after, limit);
    }

    @Override
    public Map<MemberKey, ReadMarker> markers(Collection<MemberKey> keys) {
        return markers.load(keys);
    }

    @Override
    public Map<TombstoneKey, Tombstones> tombstones(Collection<TombstoneKey> keys) {
        return tombstones.load(keys);
    }

    @Override
    public List<Membership> membersOf(UUID roomId, @Nullable UUID after, int limit) {
        return present(one -> one.roomId().equals(roomId), Membership::userId, after, limit);
    }

    @Override
    public List<Membership> roomsOf(UUID userId, @Nullable UUID after, int limit) {
        return present(one -> one.userId().equals(userId), Membership::roomId, after, limit);
    }

    private List<Membership> present(
            Predicate<Membership> wanted,
            Function<Membership, UUID> id,
            @Nullable UUID after,
            int limit) {
        return listed(
                memberships.stream().filter(Membership::present).filter(wanted), id, after, limit);
    }

    private static <T> List<T> listed(
            Stream<T> all, Function<T, UUID> id, @Nullable UUID after, int limit) {
        Function<T, String> place = id.andThen(UUID::toString);
        return all.filter(one -> after == null || place.apply(one).compareTo(after.toString()) > 0)
                .sorted(Comparator.comparing(place))
                .limit(limit)
                .toList();
    }

    @Override
    public List<RoomEntry> publicRooms(String prefix, @Nullable String after, int limit) {
        return rooms.stream()
                .filter(room -> room.visibility() == Visibility.PUBLIC)
                .filter(room -> RoomNames.place(room).startsWith(SearchKey.of(prefix)))
                .filter(room -> after == null || RoomNames.place(room).compareTo(after) > 0)
                .sorted(Comparator.comparing(RoomNames::place))
                .limit(limit)
                .toList();
    }

    @Override
    public void write(RoomChanges changes) {
        memberships.write(changes.memberships());
        bans.write(changes.bans());
        markers.write(changes.markers());
        tombstones.write(changes.tombstones());
        rooms.write(changes.rooms());
    }

    @Override
    public Contents contents() {
        return all;
    }

    @Override
    public void drop() {
        all.drop();
    }
}
