package io.github.simplechat.query.rooms.mongo;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.SearchKey;
import io.github.simplechat.query.platform.mongo.MongoDocuments;
import io.github.simplechat.query.platform.mongo.MongoRange;
import io.github.simplechat.query.rooms.BanEntry;
import io.github.simplechat.query.rooms.MemberKey;
import io.github.simplechat.query.rooms.Membership;
import io.github.simplechat.query.rooms.ReadMarker;
import io.github.simplechat.query.rooms.RoomChanges;
import io.github.simplechat.query.rooms.RoomEntry;
import io.github.simplechat.query.rooms.RoomsStore;
import io.github.simplechat.query.rooms.TombstoneKey;
import io.github.simplechat.query.rooms.Tombstones;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mapstruct.factory.Mappers;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** A generation of the rooms in five collections. */
public final class MongoRoomsStore implements RoomsStore {

    private static final RoomDocuments SHAPES = Mappers.getMapper(RoomDocuments.class);

    private final MongoDocuments<RoomDocument> rooms;
    private final MongoDocuments<MembershipDocument> memberships;
    private final MongoDocuments<BanDocument> bans;
    private final MongoDocuments<ReadMarkerDocument> markers;
    private final MongoDocuments<TombstonesDocument> tombstones;
    private final Documents all;

    /** Opens a generation, with its indexes. */
    public MongoRoomsStore(MongoOperations mongo, int generation) {
        String prefix = "rooms_" + generation + "_";
        rooms =
                new MongoDocuments<>(mongo, RoomDocument.class, prefix + "rooms")
                        .index("visibility", "place");
        memberships =
                new MongoDocuments<>(mongo, MembershipDocument.class, prefix + "memberships")
                        .index("userId", "roomId")
                        .index("roomId", "userId");
        bans =
                new MongoDocuments<>(mongo, BanDocument.class, prefix + "bans")
                        .index("roomId", "userId");
        markers = new MongoDocuments<>(mongo, ReadMarkerDocument.class, prefix + "markers");
        tombstones = new MongoDocuments<>(mongo, TombstonesDocument.class, prefix + "tombstones");
        all =
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
    }

    @Override
    public Map<UUID, RoomEntry> rooms(Collection<UUID> roomIds) {
        return rooms.load(roomIds.stream().map(UUID::toString).toList()).stream()
                .map(SHAPES::room)
                .collect(toMap(RoomEntry::roomId, Function.identity()));
    }

    @Override
    public Map<MemberKey, Membership> memberships(Collection<MemberKey> keys) {
        return memberships.load(keys.stream().map(MemberKey::id).toList()).stream()
                .map(SHAPES::membership)
                .collect(toMap(Membership::key, Function.identity()));
    }

    @Override
    public Map<MemberKey, BanEntry> bans(Collection<MemberKey> keys) {
        return bans.load(keys.stream().map(MemberKey::id).toList()).stream()
                .map(SHAPES::ban)
                .collect(toMap(BanEntry::key, Function.identity()));
    }

    @Override
    public List<BanEntry> bansOf(UUID roomId, Instant at, @Nullable UUID after, int limit) {
        Criteria wanted = where("roomId").is(roomId.toString()).and("standing").is(true);
        Criteria lasting =
                new Criteria().orOperator(where("until").isNull(), where("until").gt(at));
        Query query = Query.query(goingOn(wanted, "userId", after).andOperator(lasting));
        return bans.find(query.with(Sort.by("userId")).limit(limit)).stream()
                .map(SHAPES::ban)
                .toList();
    }

    private static Criteria goingOn(Criteria wanted, String order, @Nullable UUID after) {
        return after == null ? wanted : wanted.and(order).gt(after.toString());
    }

    @Override
    public Map<MemberKey, ReadMarker> markers(Collection<MemberKey> keys) {
        return markers.load(keys.stream().map(MemberKey::id).toList()).stream()
                .map(SHAPES::marker)
                .collect(toMap(ReadMarker::key, Function.identity()));
    }

    @Override
    public Map<TombstoneKey, Tombstones> tombstones(Collection<TombstoneKey> keys) {
        return tombstones.load(keys.stream().map(TombstoneKey::id).toList()).stream()
                .map(SHAPES::tombstones)
                .collect(toMap(Tombstones::key, Function.identity()));
    }

    @Override
    public List<Membership> membersOf(UUID roomId, @Nullable UUID after, int limit) {
        return present("roomId", roomId, "userId", after, limit);
    }

    @Override
    public List<Membership> roomsOf(UUID userId, @Nullable UUID after, int limit) {
        return present("userId", userId, "roomId", after, limit);
    }

    private List<Membership> present(
            String of, UUID id, String order, @Nullable UUID after, int limit) {
        Criteria wanted = where(of).is(id.toString()).and("present").is(true);
        Query query = Query.query(goingOn(wanted, order, after)).with(Sort.by(order)).limit(limit);
        return memberships.find(query).stream().map(SHAPES::membership).toList();
    }

    @Override
    public List<RoomEntry> publicRooms(String prefix, @Nullable String after, int limit) {
        Criteria place =
                MongoRange.beginningWith("place", SearchKey.of(prefix), after)
                        .and("visibility")
                        .is(Visibility.PUBLIC);
        Query query = Query.query(place);
        return rooms.find(query.with(Sort.by("place")).limit(limit)).stream()
                .map(SHAPES::room)
                .toList();
    }

    @Override
    public void write(RoomChanges changes) {
        memberships.write(changes.memberships().stream().map(SHAPES::document).toList());
        bans.write(changes.bans().stream().map(SHAPES::document).toList());
        markers.write(changes.markers().stream().map(SHAPES::document).toList());
        tombstones.write(changes.tombstones().stream().map(SHAPES::document).toList());
        rooms.write(changes.rooms().stream().map(SHAPES::document).toList());
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
