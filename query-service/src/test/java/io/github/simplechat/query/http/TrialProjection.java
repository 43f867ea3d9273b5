package io.github.simplechat.query.http;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.memory.MemoryDocuments;
import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import io.github.simplechat.query.rebuild.ServedProjection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One more projection of the real service, whose rebuilds can be held up and its feeds spoilt. */
@TestConfiguration(proxyBeanMethods = false)
class TrialProjection {

    /** Generations after the first take in no batch that begins after this position. */
    static final AtomicLong LIMIT = new AtomicLong(Long.MAX_VALUE);

    /** Feeds of which nothing can be taken in. */
    static final Set<UUID> SPOILT = ConcurrentHashMap.newKeySet();

    private final Map<Integer, MemoryDocuments<String, Notice>> generations =
            new ConcurrentHashMap<>();

    private record Notice(UUID person, long version) {

        String id() {
            return person + ":" + version;
        }
    }

    @Bean
    ServedProjection<?> servedTrial() {
        return new ServedProjection<>(Projection.of("trial", number -> number, this::writer));
    }

    private ProjectionWriter writer(int number) {
        MemoryDocuments<String, Notice> notices =
                generations.computeIfAbsent(
                        number, one -> new MemoryDocuments<>(Notice::id, Notice::version));
        return new ProjectionWriter() {
            @Override
            public void apply(List<RecordedEvent> batch) {
                while (number > 1 && batch.getFirst().position() > LIMIT.get()) {
                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                }
                notices.write(
                        batch.stream()
                                .filter(one -> one.event() instanceof NoticeReceived)
                                .map(TrialProjection::notice)
                                .toList());
            }

            @Override
            public Contents contents() {
                return notices;
            }

            @Override
            public void drop() {
                notices.drop();
            }
        };
    }

    private static Notice notice(RecordedEvent recorded) {
        UUID person = recorded.event().feedId();
        if (SPOILT.contains(person)) {
            throw new IllegalStateException("as told");
        }
        return new Notice(person, recorded.version());
    }
}
