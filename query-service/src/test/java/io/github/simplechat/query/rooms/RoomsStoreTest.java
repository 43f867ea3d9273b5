package io.github.simplechat.query.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.query.rooms.memory.InMemoryRoomsStore;
import io.github.simplechat.query.rooms.mongo.MongoRoomsStore;
import io.github.simplechat.query.testing.TestMongo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoomsStoreTest {

    abstract static class RoomsStoreContract {

        private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");
        private final UUID room = UUID.randomUUID();
        private final UUID anna = UUID.randomUUID();
        private final RoomsStore store = open();

        abstract RoomsStore open();

        private void write(Membership... memberships) {
            store.write(RoomChanges.ofMemberships(List.of(memberships)));
        }

        private void write(RoomEntry... rooms) {
            store.write(RoomChanges.ofRooms(List.of(rooms)));
        }

        private Membership member(UUID roomId, UUID userId, long version, boolean present) {
            return new Membership(roomId, userId, version, Role.MODERATOR, AT, null, 3, 4, present);
        }

        private RoomEntry named(String name, Visibility visibility) {
            return new RoomEntry(
                    UUID.randomUUID(), 1, name, null, visibility, null, false, 0, 1, 0);
        }

        @Test
        void what_was_written_is_read_as_it_was() {
            RoomEntry entry =
                    new RoomEntry(
                            room,
                            9,
                            "Tea",
                            "Leaves",
                            Visibility.PRIVATE,
                            new DirectPair(anna, room),
                            true,
                            30,
                            3,
                            7);
            Membership membership = new Membership(room, anna, 8, Role.OWNER, AT, AT, 3, 4, true);
            BanEntry ban = new BanEntry(room, anna, 6, room, AT, AT, false);
            ReadMarker marker = new ReadMarker(room, anna, 2, 5, new TreeSet<>(Set.of(7L, 9L)));
            Tombstones tombstones =
                    new Tombstones(room, 0, 7, new TreeSet<>(Set.of(2L, 5_000_000_000L)));

            store.write(
                    new RoomChanges(
                            List.of(membership),
                            List.of(ban),
                            List.of(marker),
                            List.of(tombstones),
                            List.of(entry)));

            assertThat(store.rooms(List.of(room, anna)))
                    .containsOnly(java.util.Map.entry(room, entry));
            assertThat(store.memberships(List.of(membership.key()))).containsValue(membership);
            assertThat(store.bans(List.of(ban.key()))).containsValue(ban);
            assertThat(store.markers(List.of(marker.key()))).containsValue(marker);
            assertThat(store.tombstones(List.of(tombstones.key()))).containsValue(tombstones);
            assertThat(store.markers(List.of(new MemberKey(anna, room)))).isEmpty();
        }

        @Test
        void older_and_equal_versions_change_nothing() {
            write(member(room, anna, 5, true));

            write(member(room, anna, 5, false));
            write(member(room, anna, 4, false));

            assertThat(store.memberships(List.of(new MemberKey(room, anna))).values())
                    .containsExactly(member(room, anna, 5, true));
        }

        @Test
        void members_are_listed_by_id_without_those_who_have_left() {
            List<UUID> ids =
                    new ArrayList<>(
                            List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
            ids.forEach(id -> write(member(room, id, 1, true), member(anna, id, 1, true)));
            write(member(room, UUID.randomUUID(), 2, false));
            ids.sort(java.util.Comparator.comparing(UUID::toString));

            assertThat(users(store.membersOf(room, null, 2))).isEqualTo(ids.subList(0, 2));
            assertThat(users(store.membersOf(room, ids.get(0), 9))).isEqualTo(ids.subList(1, 3));
            assertThat(users(store.membersOf(room, ids.get(2), 9))).isEmpty();
        }

        private static List<UUID> users(Collection<Membership> memberships) {
            return memberships.stream().map(Membership::userId).toList();
        }

        @Test
        void rooms_of_a_person_are_listed_by_id_without_those_they_have_left() {
            List<UUID> ids = new ArrayList<>(List.of(UUID.randomUUID(), UUID.randomUUID()));
            ids.forEach(id -> write(member(id, anna, 1, true), member(id, room, 1, true)));
            write(member(UUID.randomUUID(), anna, 2, false));
            ids.sort(java.util.Comparator.comparing(UUID::toString));

            assertThat(store.roomsOf(anna, null, 9)).extracting(Membership::roomId).isEqualTo(ids);
            assertThat(store.roomsOf(anna, ids.get(0), 9))
                    .extracting(Membership::roomId)
                    .isEqualTo(ids.subList(1, 2));
        }

        @Test
        void bans_are_listed_by_id_without_those_that_were_lifted_or_have_ended() {
            List<UUID> ids = new ArrayList<>(List.of(UUID.randomUUID(), UUID.randomUUID()));
            ids.sort(java.util.Comparator.comparing(UUID::toString));
            write(
                    new BanEntry(room, ids.get(0), 1, anna, AT, null, true),
                    new BanEntry(room, ids.get(1), 2, anna, AT, AT.plusMillis(1), true),
                    new BanEntry(room, UUID.randomUUID(), 3, anna, AT, AT, true),
                    new BanEntry(room, UUID.randomUUID(), 4, anna, AT, null, false),
                    new BanEntry(anna, UUID.randomUUID(), 5, anna, AT, null, true));

            assertThat(banned(null, 9)).isEqualTo(ids);
            assertThat(banned(null, 1)).isEqualTo(ids.subList(0, 1));
            assertThat(banned(ids.get(0), 9)).isEqualTo(ids.subList(1, 2));
        }

        private void write(BanEntry... bans) {
            store.write(new RoomChanges(List.of(), List.of(bans), List.of(), List.of(), List.of()));
        }

        private List<UUID> banned(@Nullable UUID after, int limit) {
            return store.bansOf(room, AT, after, limit).stream().map(BanEntry::userId).toList();
        }

        @Test
        void public_rooms_are_found_by_the_beginning_of_their_name_in_any_case() {
            write(
                    named("Tea", Visibility.PUBLIC),
                    named("teapot🫖", Visibility.PUBLIC),
                    named("Tea secrets", Visibility.PRIVATE),
                    named("No tea", Visibility.PUBLIC),
                    named("방 하나", Visibility.PUBLIC),
                    named("a.*b", Visibility.PUBLIC));

            assertThat(names("TEA", null)).containsExactly("Tea", "teapot🫖");
            assertThat(names("teapot", null)).containsExactly("teapot🫖");
            assertThat(names("방", null)).containsExactly("방 하나");
            assertThat(names("a.*", null)).containsExactly("a.*b");
            assertThat(names("a\\E", null)).isEmpty();
            assertThat(names("", null)).hasSize(5);
        }

        @Test
        void the_list_of_public_rooms_goes_on_after_a_place() {
            write(
                    named("same", Visibility.PUBLIC),
                    named("same", Visibility.PUBLIC),
                    named("same", Visibility.PUBLIC),
                    named("other", Visibility.PUBLIC));
            List<RoomEntry> seen = new ArrayList<>();
            @Nullable String after = null;
            List<RoomEntry> some;
            do {
                some = store.publicRooms("same", after, 1);
                seen.addAll(some);
                after = some.isEmpty() ? null : RoomNames.place(some.getLast());
            } while (!some.isEmpty());

            assertThat(seen).hasSize(3).doesNotHaveDuplicates();
        }

        private List<String> names(String prefix, @Nullable String after) {
            return store.publicRooms(prefix, after, 9).stream().map(RoomEntry::name).toList();
        }

        @Test
        void after_drop_nothing_is_left() {
            write(member(room, anna, 5, true));
            write(named("Tea", Visibility.PUBLIC));

            store.drop();

            assertThat(store.roomsOf(anna, null, 9)).isEmpty();
            assertThat(store.publicRooms("", null, 9)).isEmpty();
        }
    }

    @Nested
    class InMemory extends RoomsStoreContract {
        @Override
        RoomsStore open() {
            return new InMemoryRoomsStore();
        }
    }

    @Nested
    class OnTheEmbeddedStore extends RoomsStoreContract {
        @Override
        RoomsStore open() {
            return new MongoRoomsStore(TestMongo.embedded(), 1);
        }
    }

    @Nested
    class OnMongo extends RoomsStoreContract {
        @Override
        RoomsStore open() {
            return new MongoRoomsStore(TestMongo.real(), 1);
        }
    }
}
