package io.github.simplechat.query.platform.mongo;

import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** How this service speaks to MongoDB. What the address says wins over what is said here. */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    private static final int PATIENCE_SECONDS = 5;

    /** A write counts once a majority has it in its journal; a missing server is missed soon. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer queryMongoDefaults() {
        return settings ->
                settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .applyToClusterSettings(cluster ->
                                cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** Without class names in documents: a collection holds one type, and types get renamed. */
    @Bean
    MongoTemplate queryMongoTemplate(
            MongoDatabaseFactory database, MappingMongoConverter converter) {
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        return new MongoTemplate(database, converter);
    }

    /** Replaces Boot's, which needs a command that not every server of the protocol has. */
    @Bean
    HealthIndicator mongoHealthContributor(MongoTemplate mongo) {
        return new AbstractHealthIndicator("The document store does not answer") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                mongo.executeCommand("{ping: 1}");
                health.up();
            }
        };
    }
}
