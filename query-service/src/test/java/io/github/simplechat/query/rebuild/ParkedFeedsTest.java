package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import io.github.simplechat.query.rebuild.file.ParkedFeedsFile;
import io.github.simplechat.query.rebuild.memory.InMemoryParkedFeeds;
import io.github.simplechat.query.rebuild.mongo.MongoParkedFeeds;
import io.github.simplechat.query.testing.TestMongo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParkedFeedsTest {

    private static final GenerationId FIRST = new GenerationId("rooms", 1);
    private static final GenerationId SECOND = new GenerationId("rooms", 2);

    private static ParkedFeed feed(long version) {
        return new ParkedFeed(
                UUID.randomUUID(),
                version,
                100 + version,
                "MessageSent",
                "IllegalStateException",
                Instant.parse("2026-11-22T06:00:00.123Z"),
                0,
                version);
    }

    abstract static class ParkedFeedsContract {

        private ParkedFeeds parked = new InMemoryParkedFeeds();

        abstract ParkedFeeds open();

        @BeforeEach
        void start() {
            parked = open();
        }

        @Test
        void a_feed_is_parked_where_it_failed_first() {
            ParkedFeed feed = feed(7);
            ParkedFeed other = feed(3);

            assertThat(parked.park(FIRST, feed)).isEqualTo(feed);
            assertThat(parked.park(FIRST, other)).isEqualTo(other);
            ParkedFeed later =
                    new ParkedFeed(feed.feedId(), 9, 200, "Other", "Other", feed.since(), 0, 9);

            assertThat(parked.park(FIRST, later)).isEqualTo(feed.leaving(9));
            assertThat(parked.of(FIRST)).containsExactly(other, feed.leaving(9));
            assertThat(parked.find(FIRST, feed.feedId())).contains(feed.leaving(9));
            assertThat(parked.of(SECOND)).isEmpty();
        }

        @Test
        void it_resumes_only_when_nothing_was_left_out_meanwhile() {
            ParkedFeed feed = parked.park(FIRST, feed(7));
            assertThat(parked.leaveOut(FIRST, feed.feedId(), 8)).isTrue();
            assertThat(parked.leaveOut(FIRST, feed.feedId(), 6)).isTrue();

            assertThat(parked.resume(FIRST, feed.feedId(), 7)).isFalse();
            assertThat(parked.find(FIRST, feed.feedId())).contains(feed.leaving(8));
            assertThat(parked.resume(FIRST, feed.feedId(), 8)).isTrue();

            assertThat(parked.of(FIRST)).isEmpty();
            assertThat(parked.leaveOut(FIRST, feed.feedId(), 9)).isFalse();
            assertThat(parked.of(FIRST)).isEmpty();
        }

        @Test
        void a_retry_in_vain_says_where_it_ended_and_keeps_what_was_left_out_meanwhile() {
            ParkedFeed feed = parked.park(FIRST, feed(7));
            parked.leaveOut(FIRST, feed.feedId(), 20);
            ParkedFeed failed =
                    feed.failedAgain(new Place(109, feed.feedId(), 9, "MessageEdited"), "Again");

            parked.failedAgain(FIRST, failed);
            assertThat(parked.of(FIRST)).containsExactly(failed.leaving(20));

            parked.resume(FIRST, feed.feedId(), 20);
            parked.failedAgain(FIRST, failed);
            assertThat(parked.of(FIRST)).isEmpty();
        }

        @Test
        void a_generation_is_forgotten_with_all_that_it_left_out() {
            parked.park(FIRST, feed(1));
            ParkedFeed stays = parked.park(SECOND, feed(2));

            parked.forget(FIRST);

            assertThat(parked.of(FIRST)).isEmpty();
            assertThat(parked.of(SECOND)).containsExactly(stays);
        }
    }

    @Nested
    class InMemory extends ParkedFeedsContract {
        @Override
        ParkedFeeds open() {
            return new InMemoryParkedFeeds();
        }
    }

    @Nested
    class InFile extends ParkedFeedsContract {

        @TempDir private Path folder;

        @Override
        ParkedFeeds open() {
            return ParkedFeedsFile.open(folder.resolve("parked.json"));
        }

        @Test
        void the_next_process_reads_what_was_written() {
            ParkedFeed feed = open().park(FIRST, feed(7));

            assertThat(open().of(FIRST)).containsExactly(feed);
        }
    }

    @Nested
    class OnTheEmbeddedStore extends ParkedFeedsContract {
        @Override
        ParkedFeeds open() {
            return new MongoParkedFeeds(TestMongo.embedded());
        }
    }

    @Nested
    class OnMongo extends ParkedFeedsContract {
        @Override
        ParkedFeeds open() {
            return new MongoParkedFeeds(TestMongo.real());
        }
    }
}
