package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.platform.eventstore.ClaimTaken;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a group of appends in one transaction. First it takes the advisory lock that PostgreSQL
 * lets go after the commit, which makes positions visible in rising order; then the claims, of
 * which it leaves out the appends whose key is taken; then all events in one batch.
 */
final class GroupWriter implements Consumer<List<Append>> {

    private static final long APPEND_LOCK = 0x0063_6861_7465_7673L;

    private static final String INSERT_EVENT =
            """
            INSERT INTO events.event (feed_id, version, subject, feed_type, event_id, type, revision,
                                      recorded_at, payload, metadata)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;

    private static final String INSERT_CLAIM =
            """
            INSERT INTO events.claim (actor_id, claim_key, digest, feed_id, version, seq, accepted_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING\
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    GroupWriter(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void accept(List<Append> group) {
        List<Append> refused = new ArrayList<>(0);
        transactions.executeWithoutResult(status -> write(group, refused));
        for (Append append : refused) {
            ClaimedRequest request = append.request();
            if (request != null) {
                append.durable().completeExceptionally(new ClaimTaken(request.claim()));
            }
        }
    }

    private void write(List<Append> group, List<Append> refused) {
        jdbc.execute((Connection connection) -> {
            lock(connection);
            refused.addAll(claim(connection, group));
            insertEvents(connection, group, refused);
            return group;
        });
    }

    private static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + APPEND_LOCK + ")");
        }
    }

    private static List<Append> claim(Connection connection, List<Append> group)
            throws SQLException {
        List<Append> claiming = group.stream().filter(a -> a.request() != null).toList();
        if (claiming.isEmpty()) {
            return List.of();
        }
        List<Append> refused = new ArrayList<>(0);
        try (PreparedStatement insert = connection.prepareStatement(INSERT_CLAIM)) {
            for (Append append : claiming) {
                addClaim(insert, append.request());
            }
            int[] counts = insert.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    refused.add(claiming.get(i));
                }
            }
        }
        return refused;
    }

    private static void addClaim(PreparedStatement insert, @Nullable ClaimedRequest request)
            throws SQLException {
        if (request == null) {
            return;
        }
        Receipt receipt = request.receipt();
        insert.setObject(1, request.claim().actorId());
        insert.setString(2, request.claim().key());
        insert.setString(3, request.claim().digest());
        insert.setObject(4, receipt.feedId());
        insert.setLong(5, receipt.version());
        insert.setObject(6, receipt.seq());
        insert.setTimestamp(7, Timestamp.from(receipt.at()));
        insert.addBatch();
    }

    private static void insertEvents(
            Connection connection, List<Append> group, List<Append> refused) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENT)) {
            for (Append append : group) {
                if (refused.contains(append)) {
                    continue;
                }
                for (@Nullable Object[] row : append.events()) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
