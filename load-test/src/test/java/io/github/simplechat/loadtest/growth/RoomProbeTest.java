package io.github.simplechat.loadtest.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.loadtest.node.LongRoom;
import io.github.simplechat.loadtest.node.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomProbeTest {

    @Test
    void given_a_room_with_a_written_history_then_sends_go_on_from_it_and_are_measured() {
        try (PostgresServer postgres = PostgresServer.temporary()) {
            Database database = postgres.database().create("rooms");
            try (CommandNode node = CommandNode.start(Axon.OURS, database)) {
                RoomProbe probe =
                        new RoomProbe(
                                LongRoom.open(node, 3, 25),
                                new CpuTime(List.of(ProcessHandle.current().pid())));

                probe.firstSend();
                probe.send(4);
                probe.sendCold(2);

                assertThat(database.text("SELECT count(*) FROM events.event"))
                        .isEqualTo(Integer.toString(1 + 3 + 25 + 7));
                assertThat(probe.firstMicros()).isPositive();
                assertThat(probe.coldMicros()).isPositive();
                assertThat(probe.micros(99)).isGreaterThanOrEqualTo(probe.micros(50));
                assertThat(probe.bytes(50)).isBetween(200.0, 1e6);
            }
        }
    }
}
