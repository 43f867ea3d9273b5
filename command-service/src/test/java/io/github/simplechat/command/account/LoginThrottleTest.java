package io.github.simplechat.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final LoginThrottle throttle = new LoginThrottle(new LoginSettings(20, 20));

    @Test
    void given_twenty_attempts_with_one_name_when_from_many_addresses_then_the_next_must_wait() {
        for (int i = 0; i < 20; i++) {
            throttle.attempt("anna", "192.0.2." + i);
            throttle.succeeded("192.0.2." + i);
        }

        assertRefused("anna", "192.0.2.99");
        assertThatCode(() -> throttle.attempt("bert", "192.0.2.99")).doesNotThrowAnyException();
    }

    @Test
    void given_twenty_failures_from_one_address_when_with_many_names_then_the_next_must_wait() {
        for (int i = 0; i < 20; i++) {
            throttle.attempt("name" + i, "192.0.2.1");
        }

        assertRefused("another", "192.0.2.1");
    }

    @Test
    void given_an_office_behind_one_address_when_all_log_in_well_then_nobody_waits() {
        for (int i = 0; i < 200; i++) {
            throttle.attempt("name" + i, "192.0.2.1");
            throttle.succeeded("192.0.2.1");
        }
    }

    @Test
    void given_addresses_of_one_ipv6_network_when_failing_then_they_count_as_one() {
        for (int i = 0; i < 20; i++) {
            throttle.attempt("name" + i, "2001:db8:0:1:0:0:0:" + i);
        }

        assertRefused("another", "2001:db8:0:1:ffff:0:0:1");
        assertThatCode(() -> throttle.attempt("another", "2001:db8:0:2:0:0:0:1"))
                .doesNotThrowAnyException();
    }

    private void assertRefused(String name, String address) {
        assertThatThrownBy(() -> throttle.attempt(name, address))
                .asInstanceOf(InstanceOfAssertFactories.type(Rejection.class))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.RATE_LIMITED);
                    assertThat(refusal.retryAfter())
                            .isBetween(Duration.ofMillis(1), Duration.ofSeconds(3));
                });
    }
}
