package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class PostgresStorageEngineTest extends StorageEngineContract {

    @Override
    PostgresEventStorageEngine engine() {
        return context.getBean(PostgresEventStorageEngine.class);
    }

    @Override
    boolean keepsEventIds() {
        return false;
    }

    @Override
    boolean showsPositionsInCommitOrder() {
        return true;
    }

    @Override
    Class<? extends Exception> conflict() {
        return ConcurrencyException.class;
    }

    @Override
    void storeAsRevision1(UUID feed, byte[] payload) {
        jdbc.update(
                """
                INSERT INTO events.event_type (feed_type, name, revision)
                SELECT t.feed_type, t.name, '1' FROM events.event e
                JOIN events.event_type t ON t.id = e.type_id WHERE e.feed_id = ?
                ON CONFLICT DO NOTHING\
                """,
                feed);
        jdbc.update(
                """
                UPDATE events.event e SET payload = ?, type_id = old.id
                FROM events.event_type now, events.event_type old
                WHERE e.feed_id = ? AND now.id = e.type_id AND old.revision = '1'
                AND old.name = now.name AND old.feed_type = now.feed_type\
                """,
                payload,
                feed);
    }

    /** The twin of the stock engine's lost event: here the newer append waits for the slow one. */
    @Test
    void given_a_slow_commit_below_an_old_event_when_followed_then_both_are_delivered()
            throws Exception {
        UUID template = UUID.randomUUID();
        UUID slow = UUID.randomUUID();
        UUID newer = UUID.randomUUID();
        engine().appendEvents(events(template, 0, 1));
        TrackingToken head = engine().createHeadToken();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            INSERT INTO events.event
                                (recorded_at, feed_id, version, type_id, payload, metadata)
                            SELECT recorded_at, ?, version, type_id, payload, metadata
                            FROM events.event WHERE feed_id = ?\
                            """)) {
                insert.setObject(1, slow);
                insert.setObject(2, template);
                assertThat(insert.executeUpdate()).isEqualTo(1);
            }
            Future<?> append =
                    threads.submit(() ->
                            engine().appendEvents(
                                            event(newer, 0, now().minus(OLDER_THAN_GAP_TIMEOUT))));
            try {
                awaitBlocked(append);
                assertThat(tracked(head)).isEmpty();
            } finally {
                connection.commit();
                connection.setAutoCommit(true);
            }
            append.get();
        }

        assertThat(versionsOf(slow, tracked(head))).containsExactly(0L);
        assertThat(versionsOf(newer, tracked(head))).containsExactly(0L);
    }

    private void awaitBlocked(Future<?> append) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "SELECT EXISTS (SELECT FROM pg_locks"
                                + " WHERE locktype = 'advisory' AND NOT granted)",
                        Boolean.class))) {
            assertThat(append.isDone()).as("append passed the slow commit").isFalse();
            assertThat(System.nanoTime()).as("waiting for the append").isLessThan(deadline);
        }
    }
}
