package io.github.simplechat.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void given_a_password_when_hashed_then_with_the_recommended_parameters_and_a_salt() {
        String hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct Horse", hash)).isFalse();
        assertThat(passwords.outdated(hash)).isFalse();
    }

    @Test
    void given_a_hash_with_weaker_parameters_when_looked_at_then_it_holds_and_is_outdated() {
        String weak = new Passwords(1_024, 1).hash("correct horse");

        assertThat(passwords.matches("correct horse", weak)).isTrue();
        assertThat(passwords.outdated(weak)).isTrue();
    }

    @Test
    void given_nobody_when_any_password_is_tried_then_it_is_not_theirs() {
        assertThat(passwords.matches("nobody's password", null)).isFalse();
    }
}
