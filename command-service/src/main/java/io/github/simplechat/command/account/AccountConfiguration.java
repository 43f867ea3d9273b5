package io.github.simplechat.command.account;

import io.github.simplechat.platform.database.Migrations;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The account tables. Axon's entities stay out of the persistence unit. */
@Configuration(proxyBeanMethods = false)
@EntityScan("io.github.simplechat.command.account")
@EnableJpaRepositories("io.github.simplechat.command.account")
class AccountConfiguration {

    /** Brings the tables to this version; several processes may do it at once. */
    @Bean
    Flyway accountSchema(Migrations migrations) {
        return migrations.migrateInPublic("accounts", "account_schema_history");
    }

    /** JPA validates the tables, so they must be there first. */
    @Bean
    static BeanFactoryPostProcessor entitiesAfterAccountSchema() {
        return factory ->
                factory.getBeanDefinition("entityManagerFactory").setDependsOn("accountSchema");
    }
}
