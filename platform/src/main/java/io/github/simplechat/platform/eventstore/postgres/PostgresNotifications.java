package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.AppendSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every process that listens that events were appended, by {@code LISTEN} and {@code NOTIFY}.
 * The notification is sent outside the append's transaction, because inside it would serialise all
 * commits of the database; while one is on its way, further appends share the next one. A lost
 * notification costs a reader its patience, never an event.
 */
public final class PostgresNotifications implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresNotifications.class);
    private static final int LISTEN_MILLIS = 500;
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final AppendSignal signal;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ExecutorService sender =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("append-notifier").factory());
    private final Thread listener;
    private volatile boolean open = true;

    /** Starts listening at once; {@code signal} is woken by appends of any process. */
    public PostgresNotifications(DataSource dataSource, AppendSignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.listener = Thread.ofPlatform().daemon().name("append-listener").start(this::listen);
    }

    /** Something was appended and is durable: wakes this process now, the others in a moment. */
    public void announce() {
        signal.wake();
        if (open && pending.compareAndSet(false, true)) {
            sender.execute(this::send);
        }
    }

    private void send() {
        pending.set(false);
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("NOTIFY chat_events");
        } catch (SQLException e) {
            log.warn("Could not notify other processes of new events; they poll instead", e);
        }
    }

    private void listen() {
        while (open) {
            try (Connection connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("LISTEN chat_events");
                signal.wake();
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (open) {
                    if (notifications.getNotifications(LISTEN_MILLIS).length > 0) {
                        signal.wake();
                    }
                }
                statement.execute("UNLISTEN chat_events");
            } catch (SQLException e) {
                pause(e);
            }
        }
    }

    private void pause(SQLException cause) {
        if (!open) {
            return;
        }
        log.warn("Not listening for new events, trying again: {}", cause.getMessage());
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }

    @Override
    public void close() {
        open = false;
        sender.shutdown();
        try {
            listener.join(Duration.ofMillis(2L * LISTEN_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
