package io.github.simplechat.platform.security.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevocationMarksTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final RevocationMarks marks = new RevocationMarks(Duration.ofHours(1), 10);

    @Test
    void given_a_mark_older_than_any_token_when_pruning_then_it_is_dropped() {
        UUID old = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        marks.note(old, NOON.minusSeconds(3_601));
        marks.note(young, NOON.minusSeconds(3_599));

        marks.prune(NOON);

        assertThat(marks.validFrom(old)).isEqualTo(Instant.MIN);
        assertThat(marks.validFrom(young)).isEqualTo(NOON.minusSeconds(3_599));
    }

    @Test
    void given_more_marks_than_fit_when_pruning_then_none_is_forgotten_and_they_fit() {
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(25).toList();
        for (int i = 0; i < people.size(); i++) {
            marks.note(people.get(i), NOON.minusSeconds(100 - i));
        }

        marks.prune(NOON);
        marks.prune(NOON);

        assertThat(marks.size()).isLessThanOrEqualTo(10);
        for (int i = 0; i < people.size(); i++) {
            assertThat(marks.validFrom(people.get(i))).isAfterOrEqualTo(NOON.minusSeconds(100 - i));
        }
        assertThat(marks.validFrom(people.getLast())).isEqualTo(NOON.minusSeconds(76));
    }
}
