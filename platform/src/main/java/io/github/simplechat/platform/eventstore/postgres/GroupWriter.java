package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.Claim;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a group of appends in one transaction: the claims, then all events with one {@code COPY},
 * which takes the lock that orders positions (a trigger of the table). {@code COPY} costs the
 * database about two thirds of an insert of many rows. Where there are no claims it is a
 * transaction by itself, which saves two ways to the database and back while the lock is held.
 */
final class GroupWriter {

    private static final byte[] HEADER =
            "PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] TRAILER = {-1, -1};
    private static final int BUFFER = 1 << 16;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ClaimRows claims;

    GroupWriter(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claims = new ClaimRows(jdbc);
    }

    /**
     * Writes the group.
     *
     * @return the appends of which claims are taken, with those claims; when there are any, nothing
     *     was written
     */
    Map<Append, Set<Claim>> write(List<Append> group) {
        if (group.stream().allMatch(append -> append.requests().isEmpty())) {
            copy(group);
            return Map.of();
        }
        return transactions.execute(transaction -> {
            Map<Append, Set<Claim>> refused = claims.insert(group);
            if (refused.isEmpty()) {
                copy(group);
            } else {
                transaction.setRollbackOnly();
            }
            return refused;
        });
    }

    private void copy(List<Append> group) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream(BUFFER);
        rows.writeBytes(HEADER);
        group.forEach(append -> append.rows().forEach(rows::writeBytes));
        if (rows.size() > HEADER.length) {
            rows.writeBytes(TRAILER);
            jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, rows));
        }
    }

    private static long copy(Connection connection, ByteArrayOutputStream rows)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(CopyRow.COPY);
        byte[] bytes = rows.toByteArray();
        copy.writeToCopy(bytes, 0, bytes.length);
        return copy.endCopy();
    }
}
