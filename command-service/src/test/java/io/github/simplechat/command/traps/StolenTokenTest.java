package io.github.simplechat.command.traps;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Who follows the events is settled by a claim that nodes compare with their own clocks. With ours
 * it is a lock of the database, which ends with its connection and knows no clock: {@code
 * PlaceContract} shows that a held place is not to be had.
 */
class StolenTokenTest {

    private static final String PROCESSOR = "processor";

    private final Clock before = AbstractTokenEntry.clock;

    @AfterEach
    void setTheClockRight() {
        AbstractTokenEntry.clock = before;
    }

    @Test
    void given_the_stock_starter_when_a_clock_is_ahead_then_two_nodes_hold_one_token() {
        try (StockStarter stock = new StockStarter()) {
            ConfigurableApplicationContext node = stock.jdbcNode();
            TokenStore left = store(node, "left");
            TokenStore right = store(node, "right");
            left.initializeTokenSegments(PROCESSOR, 1);
            left.fetchToken(PROCESSOR, 0);
            assertThatThrownBy(() -> right.fetchToken(PROCESSOR, 0))
                    .isInstanceOf(UnableToClaimTokenException.class);

            AbstractTokenEntry.clock = Clock.offset(before, Duration.ofMinutes(1));

            right.fetchToken(PROCESSOR, 0);
            assertThatThrownBy(() -> left.extendClaim(PROCESSOR, 0))
                    .as("the holder learns of it only now, and has gone on until then")
                    .isInstanceOf(UnableToClaimTokenException.class);
        }
    }

    private static TokenStore store(ConfigurableApplicationContext node, String nodeId) {
        return JdbcTokenStore.builder()
                .connectionProvider(node.getBean(ConnectionProvider.class))
                .serializer(node.getBean(Serializer.class))
                .nodeId(nodeId)
                .build();
    }
}
