package io.github.simplechat.command.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MentionedNamesTest {

    private static final UUID KIM = new UUID(2, 1);
    private static final UUID LEE = new UUID(2, 2);
    private static final UUID DOT = new UUID(2, 3);

    private final Mentions mentions =
            new Mentions(names -> known(names.stream().distinct().toList()));

    private static Map<String, UUID> known(List<String> names) {
        Map<String, UUID> all = Map.of("kim", KIM, "lee.x", LEE, "dot.", DOT);
        return names.stream()
                .filter(all::containsKey)
                .collect(Collectors.toMap(name -> name, all::get));
    }

    @Test
    void given_names_in_a_text_when_read_then_those_who_exist_are_mentioned_in_order() {
        assertThat(mentions.of("@lee.x, 안녕 @Kim님! @nobody", List.of())).containsExactly(LEE, KIM);
    }

    @Test
    void given_a_full_stop_after_a_name_when_read_then_the_longest_name_that_exists_counts() {
        assertThat(mentions.of("@kim. @lee.x... @dot.", List.of())).containsExactly(KIM, LEE, DOT);
    }

    @Test
    void given_an_address_or_part_of_a_word_when_read_then_nobody_is_mentioned() {
        assertThat(mentions.of("mail@kim a@kim.com @@kim @k", List.of())).isEmpty();
    }

    @Test
    void given_people_named_by_the_client_when_read_then_they_come_first_and_each_once() {
        assertThat(mentions.of("@kim", List.of(LEE, KIM))).containsExactly(LEE, KIM);
    }

    @Test
    void given_very_many_names_when_read_then_a_bounded_number_is_looked_up() {
        String text =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "@name" + i)
                        .collect(Collectors.joining(" "));

        assertThat(MentionedNames.in(text)).hasSize(100);
    }
}
