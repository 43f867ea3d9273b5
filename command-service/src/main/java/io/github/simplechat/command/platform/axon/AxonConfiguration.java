package io.github.simplechat.command.platform.axon;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Axon as this service uses it: commands of one feed in batches, states of live feeds kept in
 * memory, and no transaction around a command.
 */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    private static final long LIVE_ENTRIES = 1_000_000;

    /**
     * The event store makes a transaction for each group of commands; a command that had one of its
     * own would hold a connection while it waits for the group.
     */
    @Bean
    TransactionManager axonTransactionManager() {
        return NoTransactionManager.instance();
    }

    @Bean
    FeedCommandBus commandBus(FeedTargetResolver feeds) {
        return new FeedCommandBus(feeds);
    }

    @Bean
    Snapshots snapshots(EventStore eventStore) {
        return new Snapshots(eventStore);
    }

    @Bean
    LiveFeeds liveFeeds() {
        return new LiveFeeds(LIVE_ENTRIES);
    }

    @Bean
    FeedRepositories feedRepositories(
            EventStore eventStore,
            ParameterResolverFactory parameterResolverFactory,
            LiveFeeds liveFeeds,
            Snapshots snapshots) {
        return new FeedRepositories(eventStore, parameterResolverFactory, liveFeeds, snapshots);
    }
}
