package io.github.simplechat.loadtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.fake.FakeChat;
import io.github.simplechat.loadtest.fake.Fault;
import io.github.simplechat.loadtest.live.LiveFeed;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.proof.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whether the proof can fail: on a live feed that does what it must not. */
class AudienceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofMillis(100);
    private static final int MESSAGES = 30;

    private static Tally played(Fault... faults) {
        try (FakeChat chat = new FakeChat(faults)) {
            ApiClient api = new ApiClient(chat.url(), chat.url(), new ChatHttp(Patience.NONE));
            Account ada = api.enter(Persona.of("audience", "ada", "ada"));
            RoomCommands commands = new RoomCommands(api);
            String room = commands.open(ada, "room", null);
            List<LiveFeed> nodes = List.of(chat.feed(), chat.feed());
            UUID id = UUID.fromString(room);
            try (Audience audience =
                    new Audience(
                            new Entrances(api, List.of(ada), nodes, nodes),
                            List.of(id),
                            1,
                            PATIENCE)) {
                long last = 0;
                for (int i = 1; i <= MESSAGES; i++) {
                    last = commands.send(ada, room, "message " + i, "key " + i).version();
                }
                return audience.finish(Map.of(id, last), PATIENCE, SILENCE).stream()
                        .reduce(Tally.CLEAN, Tally::plus);
            }
        }
    }

    @Test
    void given_a_feed_that_shows_all_once_and_in_order_then_every_log_equals_the_room() {
        assertThat(played()).isEqualTo(Tally.CLEAN);
    }

    @Test
    void given_a_feed_that_loses_a_frame_then_it_shows() {
        assertThat(played(Fault.FRAMES_LOSE).lost()).isPositive();
    }

    @Test
    void given_a_feed_that_repeats_a_frame_then_it_shows() {
        assertThat(played(Fault.FRAMES_DOUBLE).doubled()).isPositive();
    }

    @Test
    void given_a_feed_that_swaps_frames_then_it_shows() {
        assertThat(played(Fault.FRAMES_REORDER).disordered()).isPositive();
    }
}
