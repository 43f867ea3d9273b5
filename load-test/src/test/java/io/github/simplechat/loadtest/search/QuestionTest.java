package io.github.simplechat.loadtest.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void given_several_wanted_parts_when_messages_are_judged_then_each_must_be_there() {
        Question question = Question.parse("irc\tseveral\tdual boot\tdual && boot\treboot");

        var answers =
                question.answers(
                        List.of("Dual boot it", "boot it", "dual? no, reboot", "booting dual"));

        assertThat(answers.stream().boxed()).containsExactly(0, 3);
    }

    @Test
    void given_a_line_that_is_none_when_it_is_read_then_it_is_refused() {
        assertThatThrownBy(() -> Question.parse("irc\tword"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void there_are_at_least_a_hundred_questions_and_none_twice() {
        List<Question> questions = Questions.read();

        assertThat(questions).hasSizeGreaterThanOrEqualTo(100);
        assertThat(
                        questions.stream()
                                .map(one -> one.collection() + " " + one.text())
                                .collect(Collectors.toSet()))
                .hasSameSizeAs(questions);
    }
}
