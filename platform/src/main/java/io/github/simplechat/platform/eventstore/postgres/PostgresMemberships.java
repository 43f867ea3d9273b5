package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.MembershipReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads indexes of the events that have a person's id as their subject: their coming and going. The
 * two take turns in each room, so an odd number of them means that the person is in.
 */
public final class PostgresMemberships implements MembershipReader {

    private static final String ROOMS =
            """
            SELECT feed_id FROM events.event WHERE subject = ? AND length(subject) = 36
            GROUP BY feed_id HAVING count(*) % 2 = 1\
            """;

    private static final String MEMBERS =
            """
            SELECT subject, max(version) FROM events.event
            WHERE feed_id = ? AND length(subject) = 36
            GROUP BY subject HAVING count(*) % 2 = 1\
            """;

    private final JdbcTemplate jdbc;

    /** Memberships on a database that has its schema. */
    public PostgresMemberships(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public Set<UUID> roomsOf(UUID userId) {
        return Set.copyOf(jdbc.queryForList(ROOMS, UUID.class, userId.toString()));
    }

    @Override
    public Map<UUID, Long> membersOf(UUID roomId) {
        Map<UUID, Long> members = new HashMap<>();
        jdbc.query(
                MEMBERS,
                row -> {
                    members.put(UUID.fromString(row.getString(1)), row.getLong(2));
                },
                roomId);
        return members;
    }
}
