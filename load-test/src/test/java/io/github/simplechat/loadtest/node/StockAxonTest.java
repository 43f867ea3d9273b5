package io.github.simplechat.loadtest.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.loadtest.node.Rooms.Room;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** A comparison with something that is not what it says would be worth nothing. */
class StockAxonTest {

    @Test
    void given_both_on_one_server_then_each_stores_messages_in_its_own_way() {
        try (PostgresServer postgres = PostgresServer.temporary()) {
            Database ours = postgres.database().create("ours");
            Database stock = postgres.database().create("stock");
            try (CommandNode left = CommandNode.start(Axon.OURS, ours);
                    CommandNode right = CommandNode.start(Axon.STOCK, stock)) {
                assertThat(sendOne(left).seq()).isEqualTo(1);
                assertThat(sendOne(right).seq()).isEqualTo(1);

                assertThat(engineOf(left)).isInstanceOf(PostgresEventStorageEngine.class);
                assertThat(engineOf(right)).isExactlyInstanceOf(JdbcEventStorageEngine.class);
                assertThat(axonOf(right).getComponent(TransactionManager.class))
                        .isInstanceOf(SpringTransactionManager.class);
            }
            assertThat(ours.text("SELECT count(*) FROM events.event")).isEqualTo("4");
            assertThat(stock.text("SELECT count(*) FROM events.event")).isEqualTo("0");
            assertThat(stock.text("SELECT count(*) FROM domainevententry")).isEqualTo("4");
            assertThat(ours.text("SELECT count(*) FROM personal.key")).isEqualTo("1");
            assertThat(stock.text("SELECT count(*) FROM personal.key")).isEqualTo("0");
        }
    }

    private static Receipt sendOne(CommandNode node) {
        Rooms rooms = new Rooms(node.commands());
        Room room = rooms.open(2);
        return rooms.say(room, 1);
    }

    private static Configuration axonOf(CommandNode node) {
        return node.bean(Configuration.class);
    }

    private static Object engineOf(CommandNode node) {
        EmbeddedEventStore store = (EmbeddedEventStore) axonOf(node).eventStore();
        Object engine = ReflectionTestUtils.getField(store, "storageEngine");
        assertThat(engine).isNotNull();
        return engine == null ? "" : engine;
    }
}
