package io.github.simplechat.platform.eventstore.postgres;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The numbers of event types, the same on every node: a type gets its number when an event of it is
 * first stored, and keeps it. All that are known are read when one is missing, and remembered.
 * Whoever asks must not hold a connection of the pool, because this may need one: as many who held
 * one as there are would wait for each other. Thread-safe.
 */
final class EventTypes {

    private static final String ALL = "SELECT id, feed_type, name, revision FROM events.event_type";

    private static final String REGISTER =
            """
            INSERT INTO events.event_type (feed_type, name, revision) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING\
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
        if (known == null) {
            learn();
            known = ids.get(type);
        }
        return known == null ? register(type) : known;
    }

    /** Only what has no number: whatever is tried uses one up, and there are 32,767. */
    private synchronized short register(EventType type) {
        Short known = ids.get(type);
        if (known == null) {
            jdbc.update(REGISTER, type.feedType(), type.name(), type.revision());
            learn();
            known = Objects.requireNonNull(ids.get(type), "a type that was just registered");
        }
        return known;
    }

    /**
     * The type with a number.
     *
     * @throws IllegalStateException when there is none
     */
    EventType of(short id) {
        EventType known = types.get(id);
        if (known == null) {
            learn();
            known = types.get(id);
        }
        if (known == null) {
            throw new IllegalStateException("No type of events has the number " + id + ".");
        }
        return known;
    }

    private void learn() {
        jdbc.query(
                ALL,
                row -> {
                    short id = row.getShort(1);
                    EventType type =
                            new EventType(row.getString(2), row.getString(3), row.getString(4));
                    types.put(id, type);
                    ids.put(type, id);
                });
    }
}
