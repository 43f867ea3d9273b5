package io.github.simplechat.command.platform.axon;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Axon as this service uses it: commands of one feed in batches, live aggregates cached, and no
 * transaction around a command.
 */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    private static final long CACHED_AGGREGATES = 10_000;

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
    Cache aggregateCache() {
        return new BoundedCache(CACHED_AGGREGATES);
    }
}
