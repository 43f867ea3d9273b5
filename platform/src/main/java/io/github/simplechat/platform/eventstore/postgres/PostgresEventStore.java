package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.Claims;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The parts of the store that share one writer. Its transactions are its own, whatever others use.
 */
public final class PostgresEventStore implements AutoCloseable {

    private final GroupCommit commits;
    private final PostgresEventStorageEngine engine;
    private final PostgresClaims claims;

    /**
     * A store on a database that has its schema.
     *
     * @param afterCommit called after each commit
     */
    public PostgresEventStore(DataSource dataSource, Serializer events, Runnable afterCommit) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        TransactionTemplate transactions =
                new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.commits = new GroupCommit(new GroupWriter(jdbc, transactions), afterCommit);
        this.engine = new PostgresEventStorageEngine(jdbc, commits, events);
        this.claims = new PostgresClaims(jdbc, commits);
    }

    /** What Axon stores and reads with. */
    public PostgresEventStorageEngine engine() {
        return engine;
    }

    /** The requests that have taken effect. */
    public Claims claims() {
        return claims;
    }

    /** Writes what waits and stops. */
    @Override
    public void close() {
        commits.close();
    }
}
