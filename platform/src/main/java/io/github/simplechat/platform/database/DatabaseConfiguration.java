package io.github.simplechat.platform.database;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrations with the role that owns the tables. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OwnerSettings.class)
public class DatabaseConfiguration {

    @Bean
    PersonNews personNews(DataSource dataSource) {
        return new PersonNews(dataSource);
    }

    @Bean
    Migrations migrations(
            DataSource dataSource, JdbcConnectionDetails application, OwnerSettings owner) {
        return owner.username() == null
                ? new Migrations(dataSource)
                : new Migrations(
                        dataSource,
                        application.getJdbcUrl(),
                        owner.username(),
                        owner.password() == null ? "" : owner.password());
    }
}
