package io.github.simplechat.platform.eventstore.memory;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.platform.eventstore.AppendSignal;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.MembershipReader;
import io.github.simplechat.platform.eventstore.Patience;
import io.github.simplechat.platform.eventstore.UndecodableEvent;
import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** An event store that lives as long as its process. Thread-safe. */
public final class InMemoryEventLog implements EventLog, FeedReader, MembershipReader {

    private final AppendSignal signal = new AppendSignal();
    private final List<RecordedEvent> log = new ArrayList<>();
    private final Map<UUID, List<RecordedEvent>> feeds = new HashMap<>();
    private final Set<Long> spoilt = new HashSet<>();

    /** Appends events, each as the next one of its feed. */
    public void append(ChatEvent... events) {
        synchronized (this) {
            for (ChatEvent event : events) {
                List<RecordedEvent> feed =
                        feeds.computeIfAbsent(event.feedId(), id -> new ArrayList<>());
                RecordedEvent recorded = new RecordedEvent(log.size() + 1L, feed.size(), event);
                feed.add(recorded);
                log.add(recorded);
            }
        }
        signal.wake();
    }

    /** From now on the event at a position cannot be decoded. */
    public synchronized void spoil(long position) {
        spoilt.add(position);
    }

    /** From now on every event can be decoded again. */
    public synchronized void mend() {
        spoilt.clear();
    }

    private List<RecordedEvent> decodable(List<RecordedEvent> events) {
        List<RecordedEvent> beginning =
                events.stream().takeWhile(e -> !spoilt.contains(e.position())).toList();
        if (beginning.isEmpty() && !events.isEmpty()) {
            RecordedEvent first = events.getFirst();
            throw new UndecodableEvent(
                    new Place(
                            first.position(),
                            first.event().feedId(),
                            first.version(),
                            first.event().getClass().getName()),
                    new IllegalStateException("It was spoilt on purpose."));
        }
        return beginning;
    }

    @Override
    public List<RecordedEvent> read(long after, int limit, Patience patience) {
        return signal.found(() -> page(after, limit), patience);
    }

    private synchronized List<RecordedEvent> page(long after, int limit) {
        int from = Math.toIntExact(Math.min(after, log.size()));
        return decodable(log.subList(from, Math.min(log.size(), from + limit)));
    }

    @Override
    public synchronized long head() {
        return log.size();
    }

    @Override
    public synchronized List<RecordedEvent> read(UUID feedId, long afterVersion, int limit) {
        return decodable(
                feed(feedId).filter(e -> e.version() > afterVersion).limit(limit).toList());
    }

    @Override
    public synchronized long version(UUID feedId) {
        return feeds.getOrDefault(feedId, List.of()).size() - 1L;
    }

    @Override
    public synchronized List<RecordedEvent> about(
            UUID feedId, String subject, long afterVersion, int limit) {
        return about(feedId, subject).filter(e -> e.version() > afterVersion).limit(limit).toList();
    }

    @Override
    public synchronized Optional<RecordedEvent> latest(UUID feedId, String subject) {
        return about(feedId, subject).reduce((earlier, later) -> later);
    }

    @Override
    public synchronized Set<UUID> roomsOf(UUID userId) {
        Set<UUID> rooms = new HashSet<>();
        for (RecordedEvent recorded : log) {
            switch (recorded.event()) {
                case MemberJoined e when e.userId().equals(userId) -> rooms.add(e.roomId());
                case MemberLeft e when e.userId().equals(userId) -> rooms.remove(e.roomId());
                default -> {}
            }
        }
        return rooms;
    }

    @Override
    public synchronized Map<UUID, Long> membersOf(UUID roomId) {
        Map<UUID, Long> members = new HashMap<>();
        feed(roomId)
                .forEach(recorded -> {
                    switch (recorded.event()) {
                        case MemberJoined e -> members.put(e.userId(), recorded.version());
                        case MemberLeft e -> members.remove(e.userId());
                        default -> {}
                    }
                });
        return members;
    }

    private Stream<RecordedEvent> about(UUID feedId, String subject) {
        return feed(feedId).filter(e -> subject.equals(e.event().subject()));
    }

    private Stream<RecordedEvent> feed(UUID feedId) {
        return feeds.getOrDefault(feedId, List.of()).stream();
    }
}
