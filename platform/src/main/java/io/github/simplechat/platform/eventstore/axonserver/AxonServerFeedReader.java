package io.github.simplechat.platform.eventstore.axonserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * One feed, by version. Axon Server has no index of subjects: a first event is looked for from the
 * beginning of the feed, a latest one from its end, page by page; memory is one page. Where it was
 * found is remembered, so that asking again costs only what was appended since. Axon Server does
 * not tell an event's place among all events with a feed, so {@link RecordedEvent#position()} is 0
 * here. Thread-safe.
 */
public final class AxonServerFeedReader implements FeedReader {

    private static final int PAGE = 500;
    private static final int REMEMBERED = 100_000;
    private static final long NO_POSITION = 0;

    private final EventReads reads;
    private final Cache<Subject, Long> firsts = remembering();
    private final Cache<Subject, Seen> latest = remembering();

    AxonServerFeedReader(EventReads reads) {
        this.reads = reads;
    }

    private record Subject(UUID feedId, String subject) {}

    /** Up to {@code until}, the newest event about a subject was at {@code version}. */
    private record Seen(long version, long until) {}

    private static <V> Cache<Subject, V> remembering() {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }

    @Override
    public List<RecordedEvent> read(UUID feedId, long afterVersion, int limit) {
        return reads.feed(feedId, afterVersion + 1, limit).stream()
                .map(AxonServerFeedReader::recorded)
                .toList();
    }

    @Override
    public long version(UUID feedId) {
        return reads.lastVersion(feedId);
    }

    /** Remembers where the first one was, so that only the first look reads from the beginning. */
    @Override
    public List<RecordedEvent> about(UUID feedId, String subject, long afterVersion, int limit) {
        Subject key = new Subject(feedId, subject);
        long first = Objects.requireNonNullElse(firsts.getIfPresent(key), NO_VERSION + 1);
        List<RecordedEvent> found = new ArrayList<>();
        List<RecordedEvent> page = read(feedId, Math.max(afterVersion, first - 1), PAGE);
        while (!page.isEmpty() && found.size() < limit) {
            page.stream()
                    .filter(event -> subject.equals(event.event().subject()))
                    .limit(limit - (long) found.size())
                    .forEach(found::add);
            page = read(feedId, page.getLast().version(), PAGE);
        }
        if (afterVersion == NO_VERSION && !found.isEmpty()) {
            firsts.put(key, found.getFirst().version());
        }
        return found;
    }

    @Override
    public Optional<RecordedEvent> latest(UUID feedId, String subject) {
        Subject key = new Subject(feedId, subject);
        Seen known = latest.getIfPresent(key);
        Seen seen = known == null ? fromTheEnd(key) : forwards(key, known);
        latest.put(key, seen);
        return seen.version() == NO_VERSION ? Optional.empty() : at(feedId, seen.version());
    }

    private Seen forwards(Subject key, Seen known) {
        Seen seen = known;
        List<RecordedEvent> page = read(key.feedId(), seen.until(), PAGE);
        while (!page.isEmpty()) {
            long last = page.getLast().version();
            seen = new Seen(Math.max(seen.version(), newest(page, key.subject())), last);
            page = read(key.feedId(), last, PAGE);
        }
        return seen;
    }

    private Seen fromTheEnd(Subject key) {
        long head = version(key.feedId());
        for (long to = head; to > NO_VERSION; to -= PAGE) {
            long after = Math.max(NO_VERSION, to - PAGE);
            List<RecordedEvent> page = read(key.feedId(), after, (int) (to - after));
            long found = newest(page, key.subject());
            if (found != NO_VERSION) {
                return new Seen(found, head);
            }
        }
        return new Seen(NO_VERSION, head);
    }

    private static long newest(List<RecordedEvent> page, String subject) {
        return page.reversed().stream()
                .filter(event -> subject.equals(event.event().subject()))
                .findFirst()
                .map(RecordedEvent::version)
                .orElse(NO_VERSION);
    }

    private Optional<RecordedEvent> at(UUID feedId, long version) {
        return read(feedId, version - 1, 1).stream().findFirst();
    }

    private static RecordedEvent recorded(DomainEventMessage<?> event) {
        return new RecordedEvent(
                NO_POSITION, event.getSequenceNumber(), (ChatEvent) event.getPayload());
    }
}
