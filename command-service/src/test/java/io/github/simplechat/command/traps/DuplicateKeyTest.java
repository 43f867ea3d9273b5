package io.github.simplechat.command.traps;

import static io.github.simplechat.command.traps.Appends.event;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.command.TestService;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/**
 * Two nodes append the same version. Whoever came second has to decide again, and can only know by
 * the kind of the exception.
 */
class DuplicateKeyTest {

    private final UUID feed = UUID.randomUUID();

    @Test
    void given_the_stock_starter_when_a_version_is_taken_then_it_looks_like_any_other_failure() {
        try (StockStarter stock = new StockStarter()) {
            EventStorageEngine engine = stock.jdbcNode().getBean(EventStorageEngine.class);
            engine.appendEvents(event(feed, 0));

            assertThatThrownBy(() -> engine.appendEvents(event(feed, 0)))
                    .isExactlyInstanceOf(EventStoreException.class)
                    .isNotInstanceOf(ConcurrencyException.class);
        }
    }

    @Test
    void given_ours_when_a_version_is_taken_then_a_conflict() {
        EventStorageEngine engine = TestService.bean(PostgresEventStorageEngine.class);
        engine.appendEvents(event(feed, 0));

        assertThatThrownBy(() -> engine.appendEvents(event(feed, 0)))
                .isExactlyInstanceOf(ConcurrencyException.class);
    }
}
