package io.github.simplechat.loadtest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonaTest {

    private static final List<String> NICKS =
            List.of("mina", "Mina", "[]\\^`{}|-", "^_^", "미나", "x".repeat(200), "👍", ".", "-a");

    @Test
    void every_nick_becomes_a_valid_username_and_password() {
        for (String nick : NICKS) {
            Persona persona = Persona.of("a-prefix-of-16-c", nick, nick);
            assertThat(persona.username()).matches("[a-z0-9][a-z0-9._-]{2,63}");
            assertThat(persona.password()).hasSizeBetween(12, 64);
            assertThat(persona.displayName()).hasSizeBetween(1, 64);
        }
    }

    @Test
    void nicks_are_told_apart_even_if_only_by_case() {
        assertThat(NICKS.stream().map(nick -> Persona.of("irc", nick, nick).username()).distinct())
                .hasSameSizeAs(NICKS);
    }

    @Test
    void the_same_nick_is_the_same_person_within_a_prefix() {
        Persona mina = Persona.of("irc", "mina", "mina");

        assertThat(Persona.of("irc", "mina", "mina")).isEqualTo(mina);
        assertThat(Persona.of("other", "mina", "mina").password()).isNotEqualTo(mina.password());
        assertThat(mina.username()).startsWith("irc-mina-");
    }
}
