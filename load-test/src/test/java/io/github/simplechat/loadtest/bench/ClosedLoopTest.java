package io.github.simplechat.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    private final AtomicLong cpu = new AtomicLong();

    @Test
    void given_callers_then_each_counts_its_own_operations() {
        Map<Integer, Long> last = new ConcurrentHashMap<>();

        Round round =
                new ClosedLoop(3, 1, () -> cpu.getAndAdd(500))
                        .run((caller, number) -> {
                            last.put(caller, number);
                            pause();
                        });

        assertThat(last).containsOnlyKeys(0, 1, 2);
        assertThat(last.values().stream().mapToLong(number -> number + 1).sum())
                .isEqualTo(round.operations());
        assertThat(round.cpuMicros()).isEqualTo(500);
        assertThat(round.nanos()).isGreaterThanOrEqualTo(1_000_000_000L);
    }

    @Test
    void given_an_operation_that_fails_then_there_is_no_figure() {
        ClosedLoop loop = new ClosedLoop(2, 30, cpu::get);

        assertThatThrownBy(() ->
                        loop.run((caller, number) -> {
                            throw new IllegalStateException("no");
                        }))
                .hasMessageContaining("An operation failed: no");
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
