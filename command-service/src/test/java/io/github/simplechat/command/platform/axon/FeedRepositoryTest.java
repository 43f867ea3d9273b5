package io.github.simplechat.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.Test;

class FeedRepositoryTest {

    record Added(UUID feedId) {}

    static class Counter extends FeedAggregate<Integer> {
        Counter() {
            super(0);
        }

        @EventSourcingHandler
        void on(Added event) {
            feedId = event.feedId();
            state++;
        }
    }

    /** Axon's own, which also counts the questions for a feed's version. */
    private static final class CountingEngine extends InMemoryEventStorageEngine {
        private int questions;

        @Override
        public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
            questions++;
            return super.lastSequenceNumberFor(aggregateIdentifier);
        }
    }

    private final UUID feed = UUID.randomUUID();
    private final CountingEngine engine = new CountingEngine();
    private final EmbeddedEventStore events =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final Repository<Counter> repository =
            new FeedRepositories(
                            events,
                            ClasspathParameterResolverFactory.forClass(Counter.class),
                            new LiveFeeds(1_000),
                            new Snapshots(events))
                    .of(Counter.class, Counter::new);

    FeedRepositoryTest() throws Exception {
        inUnit(() ->
                repository.newInstance(() -> {
                    AggregateLifecycle.apply(new Added(feed));
                    return new Counter();
                }));
        engine.questions = 0;
    }

    @Test
    void given_a_state_in_memory_when_events_are_appended_then_the_store_is_asked_nothing()
            throws Exception {
        add();
        add();

        assertThat(look()).isEqualTo(3);
        assertThat(engine.questions).as("for the look alone").isEqualTo(1);
    }

    @Test
    void
            given_an_append_elsewhere_when_nothing_is_appended_here_then_a_conflict_and_then_the_truth()
                    throws Exception {
        engine.appendEvents(
                new GenericDomainEventMessage<>("Counter", feed.toString(), 1, new Added(feed)));

        assertThatThrownBy(this::look).isInstanceOf(ConcurrencyException.class);
        assertThat(look()).isEqualTo(2);
        assertThat(engine.questions).as("none after what was just read").isEqualTo(1);
    }

    private void add() throws Exception {
        inUnit(() -> {
            repository
                    .load(feed.toString())
                    .execute(c -> AggregateLifecycle.apply(new Added(feed)));
            return feed;
        });
    }

    private int look() throws Exception {
        return inUnit(() -> repository.load(feed.toString()).invoke(FeedAggregate::current));
    }

    private static <R> R inUnit(Callable<R> work) throws Exception {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        try {
            R result = work.call();
            unit.commit();
            return result;
        } finally {
            if (unit.isActive() && CurrentUnitOfWork.isStarted()) {
                unit.rollback();
            }
        }
    }
}
