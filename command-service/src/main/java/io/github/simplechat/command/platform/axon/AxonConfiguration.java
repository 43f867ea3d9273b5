package io.github.simplechat.command.platform.axon;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Axon as this service uses it: one transaction around each command, live aggregates cached. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    private static final long CACHED_AGGREGATES = 10_000;

    /** Named here because Axon's own choice falls back to no transaction without a word. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    Cache aggregateCache() {
        return new BoundedCache(CACHED_AGGREGATES);
    }
}
