package io.github.simplechat.command.traps;

import io.github.simplechat.stores.EmbeddedPostgresql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Nodes of an application that leaves everything to Axon's Spring starter, on a database of its
 * own. What the starter cannot do without is all that is set.
 */
final class StockStarter implements AutoCloseable {

    private static final EmbeddedPostgresql POSTGRES = start();

    private static final String WITHOUT_JPA =
            "--spring.autoconfigure.exclude="
                    + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                    + "org.springframework.boot.data.jpa.autoconfigure"
                    + ".DataJpaRepositoriesAutoConfiguration";

    private static final String JSON = "--axon.serializer.general=jackson3";

    private final String url;
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    /** Not annotated as a configuration, so that no other application's scan finds it. */
    @EnableAutoConfiguration
    static class Application {}

    StockStarter() {
        this.url = emptyDatabase();
    }

    private static EmbeddedPostgresql start() {
        EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        return postgres;
    }

    /** The address of a new database. */
    static String emptyDatabase() {
        String name = "db" + UUID.randomUUID().toString().replace("-", "");
        jdbc(POSTGRES.url()).execute("CREATE DATABASE " + name);
        return POSTGRES.url().replaceFirst("/postgres$", "/" + name);
    }

    /** Statements on a database. */
    static JdbcTemplate jdbc(String url) {
        return new JdbcTemplate(
                new DriverManagerDataSource(
                        url, POSTGRES.owner().username(), POSTGRES.owner().password()));
    }

    /** The settings that lead to a database. */
    static Stream<String> settings(String url) {
        return Stream.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + POSTGRES.owner().username(),
                "--spring.datasource.password=" + POSTGRES.owner().password());
    }

    /** A node with plain JDBC and JSON, on Axon's own tables. */
    ConfigurableApplicationContext jdbcNode(Class<?>... beans) {
        if (nodes.isEmpty()) {
            createTables();
        }
        return node(Stream.of(WITHOUT_JPA, JSON), beans);
    }

    /** A node with plain JDBC and the starter's own choice of a serializer. */
    ConfigurableApplicationContext nodeWithTheDefaultSerializer() {
        return node(Stream.of(WITHOUT_JPA));
    }

    /** A node that finds JPA on its class path. */
    ConfigurableApplicationContext jpaNode() {
        return node(Stream.of(JSON, "--spring.jpa.hibernate.ddl-auto=update"));
    }

    /** The tables that an operator of stock Axon creates. */
    private void createTables() {
        try (ConfigurableApplicationContext node = node(Stream.of(WITHOUT_JPA, JSON))) {
            ((JdbcEventStorageEngine) node.getBean(EventStorageEngine.class))
                    .createSchema(PostgresEventTableFactory.INSTANCE);
            ((JdbcTokenStore) node.getBean(TokenStore.class))
                    .createSchema(PostgresTokenTableFactory.INSTANCE);
        }
    }

    private ConfigurableApplicationContext node(Stream<String> settings, Class<?>... beans) {
        ConfigurableApplicationContext node =
                new SpringApplicationBuilder(Application.class)
                        .sources(beans)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "spring.config.name=none",
                                "spring.main.banner-mode=off",
                                "logging.level.root=off")
                        .run(
                                Stream.of(
                                                settings,
                                                settings(url),
                                                Stream.of(
                                                        "--axon.axonserver.enabled=false",
                                                        "--axon.update-check.disabled=true"))
                                        .flatMap(each -> each)
                                        .toArray(String[]::new));
        nodes.add(node);
        return node;
    }

    JdbcTemplate jdbc() {
        return jdbc(url);
    }

    @Override
    public void close() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }
}
