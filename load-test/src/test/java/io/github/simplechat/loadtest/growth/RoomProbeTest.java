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

                double first = probe.send();
                RoomRound round = probe.round(4, 2, 20);

                assertThat(database.text("SELECT count(*) FROM events.event"))
                        .isEqualTo(Integer.toString(1 + 3 + 25 + 1 + 4 + 2 + 21));
                assertThat(first).isPositive();
                assertThat(round.coldP50()).isPositive();
                assertThat(round.warmP99()).isGreaterThanOrEqualTo(round.warmP50());
                assertThat(round.bytes()).isBetween(200.0, 1e6);
            }
        }
    }
}
