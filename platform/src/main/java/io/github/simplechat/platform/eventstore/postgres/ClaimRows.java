package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Inserts the claims of a group; the table decides which of them are taken. */
final class ClaimRows {

    private static final String INSERT =
            """
            INSERT INTO events.claim (actor_id, claim_key, digest, feed_id, version, seq, accepted_at)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[],
                                 ?::timestamptz[])
            ON CONFLICT DO NOTHING
            RETURNING actor_id, claim_key\
            """;

    private record Key(UUID actorId, String key) {
        static Key of(ClaimedRequest request) {
            Claim claim = request.claim();
            return new Key(claim.actorId(), claim.key());
        }
    }

    private final JdbcTemplate jdbc;

    ClaimRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts what a group claims.
     *
     * @return the appends of which claims are taken, with those claims
     */
    Map<Append, Set<Claim>> insert(List<Append> group) {
        List<ClaimedRequest> requests =
                group.stream().flatMap(append -> append.requests().stream()).toList();
        if (requests.isEmpty()) {
            return Map.of();
        }
        Set<Key> free =
                jdbc.execute(
                        (ConnectionCallback<Set<Key>>) connection -> insert(connection, requests));
        Map<Append, Set<Claim>> refused = new HashMap<>();
        for (Append append : group) {
            for (ClaimedRequest request : append.requests()) {
                if (!free.remove(Key.of(request))) { // of two with the same key, the first has it
                    refused.computeIfAbsent(append, key -> new HashSet<>()).add(request.claim());
                }
            }
        }
        return refused;
    }

    private static Set<Key> insert(Connection connection, List<ClaimedRequest> requests)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            set(insert, 1, "uuid", requests, r -> r.claim().actorId());
            set(insert, 2, "text", requests, r -> r.claim().key());
            set(insert, 3, "text", requests, r -> r.claim().digest());
            set(insert, 4, "uuid", requests, r -> r.receipt().feedId());
            set(insert, 5, "bigint", requests, r -> r.receipt().version());
            set(insert, 6, "bigint", requests, r -> r.receipt().seq());
            set(insert, 7, "timestamptz", requests, r -> Timestamp.from(r.receipt().at()));
            Set<Key> inserted = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    inserted.add(new Key(rows.getObject(1, UUID.class), rows.getString(2)));
                }
            }
            return inserted;
        }
    }

    private static void set(
            PreparedStatement insert,
            int index,
            String type,
            List<ClaimedRequest> requests,
            Function<ClaimedRequest, Object> column)
            throws SQLException {
        insert.setArray(
                index,
                insert.getConnection()
                        .createArrayOf(type, requests.stream().map(column).toArray()));
    }
}
