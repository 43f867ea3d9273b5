package io.github.simplechat.platform.personal;

import io.github.simplechat.platform.database.DatabaseConfiguration;
import io.github.simplechat.platform.database.Migrations;
import io.github.simplechat.platform.database.PersonNews;
import io.github.simplechat.platform.personal.postgres.PostgresPersonalKeys;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Keys of persons on PostgreSQL. */
@Configuration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
@EnableConfigurationProperties(PersonalSettings.class)
public class PersonalConfiguration {

    /** Brings the schema {@code personal} to this version; several processes may do it at once. */
    @Bean
    Flyway personalSchema(Migrations migrations) {
        return migrations.migrate("personal");
    }

    /** Depends on the schema so that nothing is read or written before it is there. */
    @Bean
    PostgresPersonalKeys personalKeys(
            @Qualifier("personalSchema") Flyway schema,
            DataSource dataSource,
            PersonNews news,
            PersonalSettings settings) {
        return new PostgresPersonalKeys(dataSource, news, settings.cachedKeys());
    }
}
