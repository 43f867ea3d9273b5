package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.MembershipReader;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts what it is asked, and lets something happen around a check of members. */
record CountingStore(InMemoryEventLog log, Hooks hooks, AtomicInteger reads)
        implements FeedReader, MembershipReader {

    @Override
    public Optional<RecordedEvent> latest(UUID feedId, String subject) {
        reads.incrementAndGet();
        return hooks.around(() -> log.latest(feedId, subject));
    }

    @Override
    public Map<UUID, Long> membersOf(UUID roomId) {
        reads.incrementAndGet();
        return hooks.around(() -> log.membersOf(roomId));
    }

    @Override
    public Set<UUID> roomsOf(UUID userId) {
        return log.roomsOf(userId);
    }

    @Override
    public List<RecordedEvent> read(UUID feedId, long afterVersion, int limit) {
        reads.incrementAndGet();
        return log.read(feedId, afterVersion, limit);
    }

    @Override
    public long version(UUID feedId) {
        reads.incrementAndGet();
        return log.version(feedId);
    }

    @Override
    public List<RecordedEvent> about(UUID feedId, String subject, long afterVersion, int limit) {
        reads.incrementAndGet();
        return log.about(feedId, subject, afterVersion, limit);
    }
}
