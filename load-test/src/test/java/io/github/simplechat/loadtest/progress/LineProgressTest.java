package io.github.simplechat.loadtest.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineProgressTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_line_comes_now_and_then_and_at_the_end() {
        Progress progress = new LineProgress(stream, Duration.ofMillis(20));
        try (Progress.Task task = progress.begin("work", 3)) {
            task.step();
            await().until(() -> printed().contains("work 1/3 ("));
            task.at(3);
        }

        assertThat(printed().lines().toList().getLast()).startsWith("work 3/3 (");
    }

    @Test
    void a_bar_is_drawn_on_a_terminal_only() {
        try (Progress.Task task = Progress.on(stream, true).begin("work", 2)) {
            task.step();
            task.at(2);
        }

        assertThat(printed()).contains("work").contains("2/2").contains("[");
    }
}
