package io.github.simplechat.loadtest.underload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.underload.Content.Place;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ContentTest {

    private static final UUID TEA = new UUID(0, 1);
    private static final UUID MILK = new UUID(0, 2);

    private static Content content(long messages) {
        return new Content(
                List.of(
                        new Content.Room(TEA, List.of(TEA), 0),
                        new Content.Room(MILK, List.of(TEA), 0)),
                messages);
    }

    @Test
    void messages_go_round_the_rooms() {
        Content content = content(5);

        assertThat(content.place(0)).isEqualTo(new Place(TEA, 1));
        assertThat(content.place(3)).isEqualTo(new Place(MILK, 2));
        assertThat(content.lastSeq(0)).isEqualTo(3);
        assertThat(content.lastSeq(1)).isEqualTo(2);
        assertThat(content.text(1, 2)).isEqualTo(Content.text(3));
    }

    @Test
    void a_topic_has_twenty_messages_and_the_last_one_what_is_left() {
        assertThat(content(50).about(25))
                .hasSize(20)
                .startsWith(new Place(MILK, 20))
                .endsWith(new Place(TEA, 11));
        assertThat(content(43).about(41)).hasSize(3);
    }

    @Test
    void no_two_numbers_have_the_same_word() {
        assertThat(LongStream.range(0, 10_000).mapToObj(Word::of))
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]{8}"));
    }
}
