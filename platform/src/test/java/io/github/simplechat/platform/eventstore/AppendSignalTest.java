package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AppendSignalTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final AppendSignal signal = new AppendSignal();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void given_word_of_an_append_that_was_read_long_ago_when_it_comes_then_the_wait_goes_on() {
        CompletableFuture<List<String>> reader = read(Patience.of(Duration.ofMinutes(5)));
        await().atMost(SOON).until(() -> looks.get() == 1);

        signal.wake();

        await().atMost(SOON).until(() -> looks.get() == 2);
        assertThat(reader).isNotDone();
        log.add("new");
        signal.wake();
        assertThat(reader).succeedsWithin(SOON).isEqualTo(List.of("new"));
    }

    @Test
    void given_late_words_all_the_time_when_patience_is_at_its_end_then_empty() {
        CompletableFuture<List<String>> reader = read(Patience.of(Duration.ofMillis(100)));

        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    signal.wake();
                    return reader.isDone();
                });

        assertThat(reader).isCompletedWithValue(List.of());
    }

    @Test
    void given_a_reader_that_waits_when_the_signal_is_closed_then_it_does_not_wait_any_more() {
        Patience patience = Patience.of(Duration.ofMinutes(5));
        CompletableFuture<List<String>> reader = read(patience);

        signal.close();

        assertThat(reader).succeedsWithin(SOON).isEqualTo(List.of());
        assertThat(read(patience)).succeedsWithin(SOON).isEqualTo(List.of());
    }

    private CompletableFuture<List<String>> read(Patience patience) {
        return CompletableFuture.supplyAsync(() -> signal.found(this::look, patience));
    }

    private List<String> look() {
        looks.incrementAndGet();
        return List.copyOf(log);
    }
}
