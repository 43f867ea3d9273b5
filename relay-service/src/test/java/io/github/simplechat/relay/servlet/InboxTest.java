package io.github.simplechat.relay.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

    @Test
    void pieces_become_one_frame_and_then_the_next_one_begins() {
        Inbox inbox = new Inbox(10);
        assertThat(inbox.add("hel")).isTrue();
        assertThat(inbox.add("lo")).isTrue();
        assertThat(inbox.take()).isEqualTo("hello");
        assertThat(inbox.add("0123456789")).isTrue();
        assertThat(inbox.take()).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "한", "😀", "aé한😀"})
    void the_capacity_is_in_bytes_of_utf8(String text) {
        int bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        assertThat(new Inbox(bytes).add(text)).isTrue();
        assertThat(new Inbox(bytes - 1L).add(text)).isFalse();
    }

    @Test
    void once_too_long_it_stays_too_long() {
        Inbox inbox = new Inbox(3);
        assertThat(inbox.add("four")).isFalse();
        assertThat(inbox.add("")).isFalse();
    }
}
