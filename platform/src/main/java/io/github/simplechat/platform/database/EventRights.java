package io.github.simplechat.platform.database;

import io.github.simplechat.platform.startup.CannotStart;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the role that the service works with may do to events beyond appending them. */
public final class EventRights {

    private static final Logger log = LoggerFactory.getLogger(EventRights.class);

    private static final String CHANGES =
            """
            SELECT current_user FROM pg_class t
            WHERE t.oid IN ('events.event'::regclass, 'events.event_type'::regclass)
            AND (has_table_privilege(t.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                 OR has_any_column_privilege(t.oid, 'UPDATE')
                 OR pg_has_role(t.relowner, 'MEMBER'))\
            """;

    private EventRights() {}

    /**
     * Looks whether the role may change or delete events.
     *
     * @throws CannotStart when it may although the owner is another role, because then somebody
     *     relies on it
     */
    public static void check(DataSource application, Migrations migrations) {
        List<String> roles = new JdbcTemplate(application).queryForList(CHANGES, String.class);
        if (roles.isEmpty()) {
            return;
        }
        if (migrations.isOwnerApart()) {
            throw new CannotStart(
                    "the database role %s of CHAT_POSTGRES_USERNAME may change and delete events, although CHAT_POSTGRES_OWNER_USERNAME names another owner; take that right from it, see docs/runbooks/separate-the-database-roles.md."
                            .formatted(roles.getFirst()));
        }
        log.warn(
                "The database role {} may change and delete events, because it owns them: see docs/runbooks/separate-the-database-roles.md",
                roles.getFirst());
    }
}
