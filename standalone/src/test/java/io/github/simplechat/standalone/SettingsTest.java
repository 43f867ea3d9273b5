package io.github.simplechat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void given_nothing_then_the_ports_of_the_readme() {
        assertThat(Settings.from(Map.of()).ports()).containsExactly(8080, 8090, 9080, 9090);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "-1", "http"})
    void given_a_port_that_is_none_then_one_sentence_names_the_setting(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("CHAT_HTTP_PORT", port)))
                .hasMessage(
                        "the setting CHAT_HTTP_PORT must be a port from 1 to 65535, not '%s'."
                                .formatted(port));
    }

    @Test
    void given_one_port_for_two_things_then_told_so() {
        assertThatThrownBy(() -> Settings.from(Map.of("CHAT_HTTP_PORT", "8090")))
                .hasMessageContaining("four different ports");
    }
}
