package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.testing.Story;
import io.github.simplechat.query.testing.TestMongo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

class PartedWriterTest {

    private final InMemoryEventLog log = Story.log(1, 900);
    private final Parts parts = new Parts();

    private static final class Parts implements ProjectionWriter {

        private final List<List<RecordedEvent>> taken = new CopyOnWriteArrayList<>();
        private volatile UUID bad = UUID.randomUUID();

        @Override
        public void apply(List<RecordedEvent> batch) {
            taken.add(batch);
            if (batch.stream().anyMatch(one -> one.event().feedId().equals(bad))) {
                throw new IllegalStateException("as told");
            }
        }

        @Override
        public Contents contents() {
            return Contents.joined(Map.of());
        }

        @Override
        public void drop() {}
    }

    /** A batch with an erasure would stay whole. */
    private List<RecordedEvent> withoutErasures() {
        return Story.all(log).stream()
                .filter(one -> !(one.event() instanceof PersonErased))
                .toList();
    }

    @Test
    void every_feed_is_in_one_part_and_in_its_order() {
        List<RecordedEvent> events = withoutErasures();

        new PartedWriter(parts, 3).apply(events);

        assertThat(parts.taken).hasSize(3);
        for (List<RecordedEvent> part : parts.taken) {
            assertThat(part).extracting(RecordedEvent::position).isSorted();
        }
        Map<UUID, Long> partsOfFeed =
                parts.taken.stream()
                        .flatMap(part -> part.stream().map(one -> one.event().feedId()).distinct())
                        .collect(Collectors.groupingBy(feed -> feed, Collectors.counting()));
        assertThat(partsOfFeed.values()).containsOnly(1L);
        assertThat(parts.taken.stream().mapToInt(List::size).sum()).isEqualTo(events.size());
    }

    @Test
    void a_small_batch_and_one_with_an_erasure_stay_whole() {
        List<RecordedEvent> small = Story.all(log).subList(0, 50);
        UUID person = UUID.randomUUID();
        log.append(new PersonErased(person, person, Instant.EPOCH));
        List<RecordedEvent> erasing = Story.all(log);

        new PartedWriter(parts, 3).apply(small);
        new PartedWriter(parts, 3).apply(erasing);

        assertThat(parts.taken).containsExactly(small, erasing);
    }

    @Test
    void given_one_part_fails_when_all_are_done_then_the_batch_has_failed() {
        List<RecordedEvent> events = withoutErasures();
        parts.bad = events.getLast().event().feedId();

        assertThatThrownBy(() -> new PartedWriter(parts, 3).apply(events)).hasMessage("as told");
        assertThat(parts.taken).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void with_any_number_of_workers_the_documents_are_the_same(int workers) {
        MongoTemplate mongo = TestMongo.embedded();
        List<RecordedEvent> events = Story.all(log);
        List<ProjectionWriter> parted = new ArrayList<>();
        AllProjections.writers(mongo, 1)
                .forEach(writer -> parted.add(new PartedWriter(writer, workers)));

        parted.forEach(writer -> writer.apply(events.subList(0, 400)));
        parted.forEach(writer -> writer.apply(events.subList(200, events.size())));
        AllProjections.writers(mongo, 2).forEach(writer -> writer.apply(events));

        assertThat(AllProjections.documents(mongo, 1))
                .isEqualTo(AllProjections.documents(mongo, 2))
                .isNotEmpty();
    }
}
