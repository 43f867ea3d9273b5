package io.github.simplechat.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class TrustedProxiesTest {

    @Test
    void given_a_trusted_proxy_when_it_names_addresses_then_each_has_its_own_attempts() {
        try (ConfigurableApplicationContext node =
                TestService.start("--chat.account.logins.per-address=2")) {
            int port = TestService.port(node);

            assertThat(statuses(port, 3, "192.0.2.1")).containsExactly(401, 401, 429);
            assertThat(statuses(port, 1, "192.0.2.2")).containsExactly(401);
            assertThat(statuses(port, 1, "192.0.2.2, 192.0.2.1")).containsExactly(429);
        }
    }

    @Test
    void given_somebody_who_is_no_trusted_proxy_when_naming_addresses_then_they_do_not_count() {
        try (ConfigurableApplicationContext node =
                TestService.start(
                        "--chat.account.logins.per-address=2",
                        "--CHAT_TRUSTED_PROXIES=198.51.100.7/32")) {
            int port = TestService.port(node);

            assertThat(statuses(port, 2, "192.0.2.1")).containsExactly(401, 401);
            assertThat(statuses(port, 1, "192.0.2.2")).containsExactly(429);
        }
    }

    private static int[] statuses(int port, int times, String forwardedFor) {
        return IntStream.range(0, times).map(i -> login(port, forwardedFor).status()).toArray();
    }

    private static Answer login(int port, String forwardedFor) {
        return TestService.call(
                port,
                null,
                "POST",
                "/v1/auth/login",
                "{\"username\":\"x%s\",\"password\":\"password\"}"
                        .formatted(UUID.randomUUID().toString().substring(0, 8)),
                "X-Forwarded-For",
                forwardedFor);
    }
}
