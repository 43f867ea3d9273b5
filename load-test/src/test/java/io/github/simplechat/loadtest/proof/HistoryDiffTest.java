package io.github.simplechat.loadtest.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.api.RoomQueries.Entry;
import io.github.simplechat.loadtest.proof.HistoryDiff.Expected;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryDiffTest {

    /** Each letter is a message; a capital is by another author. */
    private static List<Expected> log(String letters) {
        List<Expected> log = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            log.add(new Expected(i + 1, author(letters, i), text(letters, i)));
        }
        return log;
    }

    private static List<Entry> history(String letters) {
        List<Entry> history = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            history.add(new Entry(i + 1, author(letters, i), text(letters, i)));
        }
        return history;
    }

    private static String author(String letters, int i) {
        return Character.isUpperCase(letters.charAt(i)) ? "B" : "A";
    }

    private static String text(String letters, int i) {
        return letters.substring(i, i + 1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String compare(String log, String history) {
        Tally tally = HistoryDiff.compare(log(log), history(history));
        assertThat(tally.clean()).isEqualTo(log.equals(history));
        return tally.lost() + " " + tally.doubled() + " " + tally.disordered();
    }

    @Test
    void equal_is_clean_also_with_messages_that_say_the_same() {
        assertThat(compare("", "")).isEqualTo("0 0 0");
        assertThat(compare("abcaa", "abcaa")).isEqualTo("0 0 0");
    }

    @Test
    void each_kind_is_counted_as_such() {
        assertThat(compare("abcd", "acd")).isEqualTo("1 0 0");
        assertThat(compare("abcd", "abc")).isEqualTo("1 0 0");
        assertThat(compare("abcd", "abbcd")).isEqualTo("0 1 0");
        assertThat(compare("abcd", "abcdx")).isEqualTo("0 1 0");
        assertThat(compare("abcd", "acbd")).isEqualTo("0 0 1");
        assertThat(compare("abcd", "abXd")).isEqualTo("1 1 0");
        assertThat(compare("abcd", "abCd")).isEqualTo("1 1 0");
    }

    @Test
    void a_hole_in_the_numbers_is_told_although_all_messages_are_there() {
        Tally tally =
                HistoryDiff.compare(
                        log("ab"), List.of(new Entry(1, "A", "a"), new Entry(3, "A", "b")));

        assertThat(tally.clean()).isFalse();
        assertThat(tally.differences()).contains("seq 3 stands at place 2");
    }

    @Test
    void a_difference_names_line_author_and_text() {
        assertThat(HistoryDiff.compare(log("ab"), history("aX")).differences())
                .contains("seq 2 (line 2) shows “x” by B, the log has “b” by A");
    }
}
