package io.github.simplechat.platform.eventstore.postgres;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The numbers of event types, the same on every node: a type gets its number when an event of it is
 * first stored, and keeps it. Remembered after the first look. Thread-safe.
 */
final class EventTypes {

    private static final String REGISTER =
            """
            INSERT INTO events.event_type (feed_type, name, revision) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING\
            """;

    private static final String ID =
            """
            SELECT id FROM events.event_type
            WHERE feed_type = ? AND name = ? AND revision IS NOT DISTINCT FROM ?\
            """;

    private final JdbcTemplate jdbc;
    private final Map<EventType, Short> ids = new ConcurrentHashMap<>();
    private final Map<Short, EventType> types = new ConcurrentHashMap<>();

    EventTypes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of a type. */
    short idOf(EventType type) {
        Short known = ids.get(type);
        return known == null ? ids.computeIfAbsent(type, this::register) : known;
    }

    private short register(EventType type) {
        Object[] names = {type.feedType(), type.name(), type.revision()};
        jdbc.update(REGISTER, names);
        return jdbc.queryForList(ID, Short.class, names).getFirst();
    }

    /** The type with a number. */
    EventType of(short id) {
        EventType known = types.get(id);
        return known == null ? types.computeIfAbsent(id, this::look) : known;
    }

    private EventType look(short id) {
        return jdbc.query(
                        "SELECT feed_type, name, revision FROM events.event_type WHERE id = ?",
                        (row, number) ->
                                new EventType(row.getString(1), row.getString(2), row.getString(3)),
                        id)
                .getFirst();
    }
}
