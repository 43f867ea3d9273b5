package io.github.simplechat.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.platform.web.Commands;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A room that no node has in memory: what was long ago is in a snapshot. */
class ColdFeedTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");
    private static final int MESSAGES = FeedRepository.EVENTS_PER_SNAPSHOT + 20;

    private final JdbcTemplate database = TestService.owner();
    private final UUID owner = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();
    private final UUID room = roomWithHistory();

    private UUID roomWithHistory() {
        Commands commands = TestService.bean(Commands.class);
        UUID id = UUID.randomUUID();
        commands.send(new CreateRoom(id, owner, AT, "방", Visibility.PUBLIC, null));
        commands.send(new AddMember(id, owner, AT, member, 10));
        for (int i = 0; i < MESSAGES; i++) {
            commands.send(SendMessage.of(id, owner, AT, "말"));
        }
        return id;
    }

    @Test
    void given_a_snapshot_when_a_cold_node_loads_then_it_reads_only_what_came_after() {
        long snapshotVersion = awaitSnapshot();
        // Were they read, the room could not be loaded.
        database.update(
                "UPDATE events.event SET payload = 'broken' WHERE feed_id = ? AND version < ?",
                room,
                snapshotVersion);

        try (ConfigurableApplicationContext cold = TestService.start()) {
            assertThat(send(cold, member).seq()).isEqualTo(MESSAGES + 1L);
        }
    }

    @Test
    void given_an_unreadable_snapshot_when_a_cold_node_loads_then_it_reads_the_events() {
        awaitSnapshot();
        database.update("UPDATE events.snapshot SET payload = '{\"broken' WHERE feed_id = ?", room);

        try (ConfigurableApplicationContext cold = TestService.start()) {
            assertThat(send(cold, member).seq()).isEqualTo(MESSAGES + 1L);
        }
    }

    @Test
    void given_a_snapshot_of_another_shape_when_a_cold_node_loads_then_it_reads_the_events() {
        awaitSnapshot();
        database.update(
                "UPDATE events.snapshot SET revision = 'older', payload = '{}' WHERE feed_id = ?",
                room);

        try (ConfigurableApplicationContext cold = TestService.start()) {
            assertThat(send(cold, member).seq()).isEqualTo(MESSAGES + 1L);
            assertThat(refused(cold, UUID.randomUUID())).isTrue();
        }
    }

    private long awaitSnapshot() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !snapshots().isEmpty());
        return snapshots().getFirst();
    }

    private List<Long> snapshots() {
        return database.queryForList(
                "SELECT version FROM events.snapshot WHERE feed_id = ?", Long.class, room);
    }

    private Receipt send(ConfigurableApplicationContext node, UUID sender) {
        return node.getBean(Commands.class)
                .send(SendMessage.of(room, sender, AT, "다음 말"))
                .receipt();
    }

    private boolean refused(ConfigurableApplicationContext node, UUID sender) {
        try {
            send(node, sender);
            return false;
        } catch (Rejection e) {
            return true;
        }
    }
}
