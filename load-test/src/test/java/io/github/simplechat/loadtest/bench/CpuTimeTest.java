package io.github.simplechat.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class CpuTimeTest {

    @Test
    void given_a_name_with_blanks_then_its_own_time_and_that_of_ended_children_are_added() {
        String stat = "42 (post) gres: x) S 1 42 42 0 -1 4194560 900 100 0 0 7 5 30 20 20 0 1 0";

        assertThat(CpuTime.ticks(stat)).isEqualTo(7 + 5 + 30 + 20);
    }

    @Test
    void given_a_child_that_works_then_its_time_counts_while_it_lives_and_after_it()
            throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/stat")), "needs /proc");
        CpuTime mine = new CpuTime(List.of(ProcessHandle.current().pid()));
        Process child =
                new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done")
                        .start();
        CpuTime its = new CpuTime(List.of(child.pid()));
        long before = mine.micros();

        while (child.isAlive() && its.micros() < 50_000) {
            Thread.onSpinWait();
        }
        child.waitFor();

        assertThat(mine.micros() - before).isGreaterThanOrEqualTo(50_000);
    }
}
