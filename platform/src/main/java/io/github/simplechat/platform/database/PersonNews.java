package io.github.simplechat.platform.database;

import io.github.simplechat.platform.schedule.Periodic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What other nodes have noted about persons and this one has to know within a second. All tables
 * are asked in one statement, every 800 milliseconds, by the database's clock and a little further
 * back, because a row becomes visible after the moment it names: so a row may be told several
 * times. While the database is away nothing is told; afterwards nothing is missing. Thread-safe.
 */
public final class PersonNews implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(800);
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc;
    private final List<Topic> topics = new CopyOnWriteArrayList<>();
    private final Periodic reader;
    private long readAt = System.nanoTime();

    /** News of a database; nothing is asked before somebody follows. */
    public PersonNews(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.reader = new Periodic("news-of-persons", PAUSE, this::read);
    }

    /** A table with a column {@code person_id}, and who wants to know what is new in it. */
    public interface Topic {

        /** The table, with its schema. */
        String table();

        /** The column that holds when a row was written, indexed. */
        String writtenAt();

        /** The column whose value is told; may be the same. */
        String moment();

        /** There is such a row. Must not block. */
        void tell(UUID personId, Instant moment);

        /** All that is new has been told. */
        default void told() {}
    }

    /** Tells of a table from now on. */
    public void follow(Topic topic) {
        topics.add(topic);
    }

    private void read() {
        List<Topic> asked = List.copyOf(topics);
        if (asked.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        Long back = Duration.ofNanos(now - readAt).plus(OVERLAP).toMillis();
        jdbc.query(
                IntStream.range(0, asked.size())
                        .mapToObj(number -> select(number, asked.get(number)))
                        .collect(Collectors.joining(" UNION ALL ")),
                row -> {
                    tell(asked, row);
                },
                Collections.nCopies(asked.size(), back).toArray());
        readAt = now;
        asked.forEach(Topic::told);
    }

    private static String select(int number, Topic topic) {
        return """
        SELECT %d AS topic, person_id, %s AS moment FROM %s
        WHERE %s > clock_timestamp() - ? * interval '1 millisecond'\
        """
                .formatted(number, topic.moment(), topic.table(), topic.writtenAt());
    }

    private static void tell(List<Topic> asked, ResultSet row) throws SQLException {
        Timestamp moment = row.getTimestamp("moment");
        asked.get(row.getInt("topic"))
                .tell(row.getObject("person_id", UUID.class), moment.toInstant());
    }

    /** Tells no more. */
    @Override
    public void close() {
        reader.close();
    }
}
