package io.github.simplechat.loadtest.visible;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.bench.OpenLoop;
import org.junit.jupiter.api.Test;

/** Whether each side shows messages at all; how fast is for the command to say. */
class StageTest {

    private static final OpenLoop FEW = new OpenLoop(10, 1);

    @Test
    void given_each_side_when_people_speak_then_every_message_is_seen() {
        try (Stage stage = new Stage(2)) {
            assertThat(stage.ours(FEW).count()).isEqualTo(10);
            assertThat(stage.stock(FEW).count()).isEqualTo(10);
            assertThat(stage.history(FEW).count()).isEqualTo(10);
        }
    }
}
