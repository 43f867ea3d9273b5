package io.github.simplechat.query.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.query.Announcement;
import io.github.simplechat.query.announcements.memory.InMemoryAnnouncementsStore;
import io.github.simplechat.query.announcements.mongo.MongoAnnouncementsStore;
import io.github.simplechat.query.platform.PageRequest;
import io.github.simplechat.query.platform.Window;
import io.github.simplechat.query.testing.TestMongo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnnouncementsStoreTest {

    abstract static class AnnouncementsStoreContract {

        private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");
        private final UUID actor = UUID.randomUUID();
        private final AnnouncementsStore store = open();

        abstract AnnouncementsStore open();

        private Announcement made(long version) {
            return new Announcement(version, "new-feature", "Hear " + version, actor, AT);
        }

        @Test
        void a_page_is_in_rising_order_and_shows_what_was_written() {
            assertThat(store.newest()).isEmpty();
            store.write(LongStream.range(0, 12).mapToObj(this::made).toList().reversed());

            Window window = Window.of(new PageRequest(null, null, null, 3), 0, 11);

            assertThat(store.newest()).hasValue(11);
            assertThat(store.page(window)).containsExactly(made(9), made(10), made(11));
        }

        @Test
        void after_drop_nothing_is_left() {
            store.write(List.of(made(0)));

            store.drop();

            assertThat(store.newest()).isEmpty();
        }
    }

    @Nested
    class InMemory extends AnnouncementsStoreContract {
        @Override
        AnnouncementsStore open() {
            return new InMemoryAnnouncementsStore();
        }
    }

    @Nested
    class OnTheEmbeddedStore extends AnnouncementsStoreContract {
        @Override
        AnnouncementsStore open() {
            return new MongoAnnouncementsStore(TestMongo.embedded(), 1);
        }
    }

    @Nested
    class OnMongo extends AnnouncementsStoreContract {
        @Override
        AnnouncementsStore open() {
            return new MongoAnnouncementsStore(TestMongo.real(), 1);
        }
    }
}
