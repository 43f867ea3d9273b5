package io.github.simplechat.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverTest {

    @TempDir private Path folder;
    private Process process;
    private Path pidFile;

    @BeforeEach
    void leave() throws IOException {
        process = new ProcessBuilder("sleep", "60").start();
        pidFile = Files.writeString(folder.resolve("pid"), process.pid() + "\nmore\n");
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void given_a_process_left_behind_when_stopped_then_it_has_ended() throws InterruptedException {
        Leftover.stop(pidFile, "sleep");

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void given_a_process_id_that_somebody_else_has_now_when_stopped_then_it_is_left_alone() {
        Leftover.stop(pidFile, "postgres");

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void given_no_file_or_a_file_without_a_number_when_stopped_then_nothing_happens()
            throws IOException {
        Leftover.stop(folder.resolve("none"), "sleep");
        Leftover.stop(Files.writeString(folder.resolve("odd"), "not a number\n"), "sleep");

        assertThat(process.isAlive()).isTrue();
    }
}
