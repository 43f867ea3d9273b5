package io.github.simplechat.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Rejection;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place where keys are kept must do. */
abstract class PersonalKeysContract {

    private UUID person = new UUID(0, 0);

    @BeforeEach
    void somebodyNew() {
        person = UUID.randomUUID();
    }

    abstract PersonalKeys keys();

    @Test
    void given_a_person_when_sealing_then_always_the_same_key_of_256_bits() {
        byte[] key = keys().sealing(person).getEncoded();

        assertThat(key).hasSize(32);
        assertThat(keys().sealing(person).getEncoded()).isEqualTo(key);
        assertThat(keys().opening(person).orElseThrow().getEncoded()).isEqualTo(key);
        assertThat(keys().sealing(UUID.randomUUID()).getEncoded()).isNotEqualTo(key);
    }

    @Test
    void given_an_erased_person_when_asked_for_the_key_then_there_is_none_and_never_will_be() {
        keys().sealing(person);
        keys().erase(person);
        keys().erase(person);

        assertThat(keys().opening(person)).isEmpty();
        assertThatThrownBy(() -> keys().sealing(person)).isInstanceOf(Rejection.class);
        assertThat(keys().opening(person)).isEmpty();
    }

    @Test
    void given_a_person_who_never_had_a_key_when_erased_then_they_will_not_get_one() {
        keys().erase(person);

        assertThat(keys().opening(person)).isEmpty();
        assertThatThrownBy(() -> keys().sealing(person)).isInstanceOf(Rejection.class);
    }

    @Test
    void given_a_key_that_was_lost_when_opening_then_an_error_and_not_an_erasure() {
        assertThatThrownBy(() -> keys().opening(person)).isInstanceOf(MissingKey.class);
    }
}
