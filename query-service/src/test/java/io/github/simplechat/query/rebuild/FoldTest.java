package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldTest {

    private record Doc(long version, String text) {}

    private final Fold<String, Doc> fold =
            new Fold<>(Map.of("there", new Doc(5, "five")), Doc::version);

    @Test
    void what_a_document_contains_already_is_left_out() {
        fold.apply("there", 5, before -> new Doc(5, "again"));
        fold.apply("there", 3, before -> new Doc(3, "older"));

        assertThat(fold.changed()).isEmpty();
    }

    @Test
    void newer_events_are_folded_one_upon_the_other() {
        fold.apply("there", 6, before -> new Doc(6, before.text() + " six"));
        fold.apply("there", 7, before -> new Doc(7, before.text() + " seven"));
        fold.apply("new", 0, before -> new Doc(0, "begun from " + before));

        assertThat(fold.changed())
                .containsExactly(new Doc(7, "five six seven"), new Doc(0, "begun from null"));
    }

    @Test
    void an_event_without_effect_changes_nothing() {
        fold.apply("nowhere", 1, before -> null);

        assertThat(fold.changed()).isEmpty();
    }
}
