package io.github.simplechat.query.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.query.rooms.memory.InMemoryRoomsStore;
import io.github.simplechat.query.testing.Story;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After any history, taken in in any pieces, what is unread is what counting by hand finds. */
class UnreadHistoryTest {

    private static final int EVENTS = 3_000;

    /** Everything by hand: all that was said, and how far each member has come. */
    private static final class Counted {

        private final Map<UUID, Set<Long>> alive = new HashMap<>();
        private final Map<MemberKey, Long> read = new HashMap<>();
        private final Map<MemberKey, Set<Long>> mentioned = new HashMap<>();
        private final Set<MemberKey> members = new HashSet<>();

        void take(ChatEvent event) {
            switch (event) {
                case MemberJoined e -> {
                    members.add(new MemberKey(e.roomId(), e.userId()));
                    read.merge(new MemberKey(e.roomId(), e.userId()), e.seq(), Math::max);
                }
                case MemberLeft e -> members.remove(new MemberKey(e.roomId(), e.userId()));
                case MessageSent e -> {
                    alive.computeIfAbsent(e.roomId(), room -> new TreeSet<>()).add(e.seq());
                    read.merge(new MemberKey(e.roomId(), e.actorId()), e.seq(), Math::max);
                }
                case MessageDeleted e -> alive.getOrDefault(e.roomId(), Set.of()).remove(e.seq());
                case MessagesRead e ->
                        read.merge(new MemberKey(e.roomId(), e.userId()), e.seq(), Math::max);
                case PersonMentioned e ->
                        mentioned
                                .computeIfAbsent(
                                        new MemberKey(e.roomId(), e.userId()),
                                        key -> new TreeSet<>())
                                .add(e.seq());
                default -> {}
            }
        }

        long unread(MemberKey key) {
            return alive.getOrDefault(key.roomId(), Set.of()).stream()
                    .filter(seq -> seq > read.getOrDefault(key, 0L))
                    .count();
        }

        long mentions(MemberKey key) {
            return mentioned.getOrDefault(key, Set.of()).stream()
                    .filter(seq -> seq > read.getOrDefault(key, 0L))
                    .filter(alive.getOrDefault(key.roomId(), Set.of())::contains)
                    .count();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_unread_is_what_counting_by_hand_finds(long seed) {
        List<RecordedEvent> events = Story.all(Story.log(seed, EVENTS));
        RoomsStore store = new InMemoryRoomsStore();
        RoomsProjector projector = new RoomsProjector(store);
        Counted counted = new Counted();
        Random random = new Random(seed);

        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(200));
            projector.apply(events.subList(Math.max(0, from - random.nextInt(50)), to));
            events.subList(from, to).forEach(recorded -> counted.take(recorded.event()));
            assertSame(store, counted);
            from = to;
        }

        assertThat(counted.members.stream().mapToLong(counted::unread).sum()).isPositive();
        assertThat(counted.members.stream().mapToLong(counted::mentions).sum()).isPositive();
    }

    private static void assertSame(RoomsStore store, Counted counted) {
        List<RoomReading> readings =
                RoomReading.of(store, store.memberships(counted.members).values());
        assertThat(readings).hasSameSizeAs(counted.members);
        for (RoomReading reading : readings) {
            MemberKey key = reading.membership().key();
            assertThat(reading.unread()).as("unread of %s", key).isEqualTo(counted.unread(key));
            assertThat(reading.mentions())
                    .as("mentions of %s", key)
                    .isEqualTo(counted.mentions(key));
        }
    }
}
