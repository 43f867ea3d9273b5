package io.github.simplechat.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresqlTest {

    @TempDir private Path folder;

    /** The library underneath turns durability off by default, which is right for tests only. */
    @Test
    void what_is_committed_is_on_disk() throws SQLException {
        try (EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary()) {
            assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void what_was_committed_is_there_after_a_restart() throws SQLException {
        Path data = folder.resolve("postgres");
        try (EmbeddedPostgresql postgres = EmbeddedPostgresql.on(data, 0)) {
            ask(postgres, "CREATE TABLE kept AS SELECT 42 AS value; SELECT 1");
        }

        try (EmbeddedPostgresql again = EmbeddedPostgresql.on(data, 0)) {
            assertThat(ask(again, "SELECT value FROM kept")).isEqualTo("42");
        }
    }

    private static String ask(EmbeddedPostgresql postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                postgres.url(),
                                postgres.owner().username(),
                                postgres.owner().password());
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                return answer.getString(1);
            }
        }
    }
}
