package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.query.rebuild.file.FileCatalogue;
import io.github.simplechat.query.rebuild.memory.InMemoryCatalogue;
import io.github.simplechat.query.rebuild.mongo.MongoCatalogue;
import io.github.simplechat.query.testing.TestMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

class CatalogueTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00.123Z");

    abstract static class CatalogueContract {

        abstract Catalogue open();

        @Test
        void what_was_written_is_read() {
            Catalogue catalogue = open();
            assertThat(catalogue.of("rooms")).isEqualTo(Lineage.unknown("rooms"));
            assertThat(catalogue.all()).isEmpty();

            Lineage written = catalogue.change("rooms", CatalogueContract::eventful);

            assertThat(written.revision()).isEqualTo(1);
            assertThat(catalogue.of("rooms")).isEqualTo(written);
            assertThat(catalogue.all()).containsExactly(written);
        }

        /** Something in every field. */
        private static Lineage eventful(Lineage line) {
            return line.opened(1, NOW)
                    .begun(1, "somebody", false, NOW)
                    .changed(2, one -> one.claimed(Lease.FREE, "node"))
                    .beaten(2, "node", 1, new Build.Progress(7, 8))
                    .compared(2, "node", 1, new Comparison("ab", "cd", 3), NOW)
                    .changed(2, one -> one.failed("It failed.", NOW.plusSeconds(1)))
                    .begun(2, "release", true, NOW)
                    .changed(3, one -> one.claimed(Lease.FREE, "other"))
                    .switched(3, "other", 1, NOW.plusSeconds(2))
                    .retired(Duration.ZERO, Duration.ZERO, NOW.plusSeconds(3))
                    .swept(1);
        }

        @Test
        void what_is_not_the_next_revision_is_not_written() {
            Catalogue catalogue = open();
            Lineage first = catalogue.change("rooms", line -> line.opened(1, NOW));

            assertThat(catalogue.write(first)).isFalse();
            assertThat(catalogue.write(first.revised().revised())).isFalse();
            assertThat(catalogue.of("rooms")).isEqualTo(first);
            assertThat(catalogue.write(first.revised())).isTrue();
            assertThat(catalogue.write(first.revised())).isFalse();
        }

        @Test
        void what_changes_nothing_is_not_written() {
            Catalogue catalogue = open();
            Lineage first = catalogue.change("rooms", line -> line.opened(1, NOW));

            assertThat(catalogue.change("rooms", line -> line.opened(1, NOW))).isEqualTo(first);
        }

        @Test
        void given_many_who_change_at_once_when_all_are_done_then_no_change_is_lost()
                throws InterruptedException {
            Catalogue catalogue = open();
            AtomicInteger refused = new AtomicInteger();
            List<Thread> all =
                    IntStream.range(0, 8)
                            .mapToObj(node ->
                                    Thread.startVirtualThread(() -> {
                                        try {
                                            catalogue.change(
                                                    "rooms",
                                                    line -> line.begun(1, "n" + node, false, NOW));
                                        } catch (io.github.simplechat.api.Rejection e) {
                                            refused.incrementAndGet();
                                        }
                                        catalogue.change(
                                                "rooms",
                                                line -> line.begun(9 + node, "n", true, NOW));
                                    }))
                            .toList();
            for (Thread one : all) {
                one.join();
            }

            assertThat(refused).hasValue(7);
            assertThat(catalogue.of("rooms").builds()).hasSize(9);
            assertThat(catalogue.of("rooms").revision()).isEqualTo(9);
        }
    }

    @Nested
    class InMemory extends CatalogueContract {
        @Override
        Catalogue open() {
            return new InMemoryCatalogue();
        }
    }

    @Nested
    class InFile extends CatalogueContract {

        @TempDir private Path folder;

        @Override
        Catalogue open() {
            return new FileCatalogue(folder.resolve("rooms.json"), Lineage.unknown("rooms"));
        }

        @Test
        void the_next_process_reads_what_was_written_and_damage_counts_as_nothing()
                throws IOException {
            Lineage written = open().change("rooms", line -> line.opened(1, NOW));
            assertThat(open().of("rooms")).isEqualTo(written);

            Files.writeString(folder.resolve("rooms.json"), "{\"projection\":");
            assertThat(open().of("rooms")).isEqualTo(Lineage.unknown("rooms"));
        }
    }

    @Nested
    class OnTheEmbeddedStore extends CatalogueContract {

        private final MongoTemplate mongo = TestMongo.embedded();

        @Override
        Catalogue open() {
            return new MongoCatalogue(mongo);
        }

        @Test
        void what_an_earlier_release_left_is_understood_and_still_understood_by_it() {
            mongo.getCollection("projections")
                    .insertOne(new Document("_id", "rooms").append("serving", 4));

            assertThat(open().of("rooms")).isEqualTo(Lineage.left("rooms", 4));
            open().change("rooms", line -> line.begun(1, "somebody", false, NOW));

            Document left = mongo.getCollection("projections").find().first();
            assertThat(left).containsEntry("serving", 4);
            assertThat(open().of("rooms").build(5)).isPresent();
        }
    }

    @Nested
    class OnMongo extends CatalogueContract {
        @Override
        Catalogue open() {
            return new MongoCatalogue(TestMongo.real());
        }
    }
}
