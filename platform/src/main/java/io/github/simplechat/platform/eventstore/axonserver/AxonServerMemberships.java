package io.github.simplechat.platform.eventstore.axonserver;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.MembershipReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Memberships counted from all events: the first question reads the whole log, every other what was
 * appended since. Memory is two entries for each membership. Thread-safe.
 */
final class AxonServerMemberships implements MembershipReader {

    private static final int PAGE = 1_000;

    private final EventLog log;
    private final Map<UUID, Set<UUID>> rooms = new HashMap<>();
    private final Map<UUID, Map<UUID, Long>> members = new HashMap<>();
    private long position;

    AxonServerMemberships(EventLog log) {
        this.log = log;
    }

    @Override
    public synchronized Set<UUID> roomsOf(UUID userId) {
        countOn();
        return Set.copyOf(rooms.getOrDefault(userId, Set.of()));
    }

    @Override
    public synchronized Map<UUID, Long> membersOf(UUID roomId) {
        countOn();
        return Map.copyOf(members.getOrDefault(roomId, Map.of()));
    }

    private void countOn() {
        List<RecordedEvent> page = log.read(position, PAGE, Duration.ZERO);
        while (!page.isEmpty()) {
            page.forEach(this::count);
            position = page.getLast().position();
            page = log.read(position, PAGE, Duration.ZERO);
        }
    }

    private void count(RecordedEvent recorded) {
        switch (recorded.event()) {
            case MemberJoined e -> {
                rooms.computeIfAbsent(e.userId(), user -> new HashSet<>()).add(e.roomId());
                members.computeIfAbsent(e.roomId(), room -> new HashMap<>())
                        .put(e.userId(), recorded.version());
            }
            case MemberLeft e -> {
                rooms.getOrDefault(e.userId(), new HashSet<>()).remove(e.roomId());
                members.getOrDefault(e.roomId(), new HashMap<>()).remove(e.userId());
            }
            default -> {}
        }
    }
}
