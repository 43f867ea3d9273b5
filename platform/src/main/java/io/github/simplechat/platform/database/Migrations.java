package io.github.simplechat.platform.database;

import io.github.simplechat.platform.startup.CannotStart;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings tables to this version, as the role that owns them; several processes may do it at once.
 * The scripts of a group lie in {@code db/<group>}; {@code afterMigrate.sql} there gives the role
 * that the service works with what it needs and no more, at every start, so that another role may
 * take over.
 */
public final class Migrations {

    private static final String HISTORY = "flyway_schema_history";

    private final JdbcTemplate application;
    private final DataSource owner;
    private final boolean apart;

    /** One role owns the tables and works with them. */
    public Migrations(DataSource application) {
        this.application = new JdbcTemplate(application);
        this.owner = application;
        this.apart = false;
    }

    /** The owner is another role on the same database. */
    public Migrations(DataSource application, String url, String username, String password) {
        this.application = new JdbcTemplate(application);
        this.owner = new DriverManagerDataSource(url, username, password);
        this.apart = true;
    }

    /** Whether the owner is another role than the one that the service works with. */
    public boolean isOwnerApart() {
        return apart;
    }

    /** Migrates a group that has a schema of its own name. */
    public Flyway migrate(String group) {
        return migrate(group, group, HISTORY, Flyway.configure().schemas(group));
    }

    /** Migrates a group that shares the schema {@code public} with whatever else is there. */
    public Flyway migrateInPublic(String group, String history) {
        return migrate(group, "public", history, Flyway.configure().table(history));
    }

    private Flyway migrate(
            String group, String schema, String history, FluentConfiguration configuration) {
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        requireOwned(jdbc, schema, history);
        Flyway flyway =
                configuration
                        .dataSource(owner)
                        .locations("classpath:db/" + group)
                        .placeholders(Map.of("application", nameOf(application)))
                        .load();
        flyway.migrate();
        return flyway;
    }

    private static void requireOwned(JdbcTemplate jdbc, String schema, String history) {
        List<String> others =
                jdbc.queryForList(
                        """
                        SELECT pg_get_userbyid(relowner) FROM pg_class
                        JOIN pg_namespace n ON n.oid = relnamespace
                        WHERE nspname = ? AND relname = ?
                        AND NOT pg_has_role(current_user, relowner, 'USAGE')\
                        """,
                        String.class,
                        schema,
                        history);
        if (!others.isEmpty()) {
            throw new CannotStart(
                    "the tables of the schema %1$s belong to the database role %2$s and not to %3$s; name %2$s in CHAT_POSTGRES_OWNER_USERNAME, see docs/runbooks/separate-the-database-roles.md."
                            .formatted(schema, others.getFirst(), nameOf(jdbc)));
        }
    }

    private static String nameOf(JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT quote_ident(current_user)", String.class).getFirst();
    }
}
