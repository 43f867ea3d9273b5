package io.github.simplechat.relay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddressesTest {

    private final Addresses addresses =
            new Addresses(List.of("127.0.0.0/8", " ::1/128", "10.0.0.0/12"));

    private @Nullable String of(String peer, @Nullable String forwarded) {
        return addresses.of(InetAddress.ofLiteral(peer), forwarded);
    }

    @Test
    void a_client_that_came_by_no_proxy_is_known_by_its_own_address_whatever_it_claims() {
        assertThat(of("192.0.2.1", null)).isEqualTo("192.0.2.1");
        assertThat(of("192.0.2.1", "198.51.100.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void behind_proxies_the_last_address_that_is_none_of_them_counts() {
        assertThat(of("127.0.0.1", "203.0.113.9, 192.0.2.1, 10.15.0.1")).isEqualTo("192.0.2.1");
        assertThat(of("10.16.0.1", "192.0.2.1")).isEqualTo("10.16.0.1");
        assertThat(of("::1", "192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void a_proxy_that_does_not_tell_speaks_for_many() {
        assertThat(of("127.0.0.1", null)).isNull();
        assertThat(of("127.0.0.1", "unknown")).isNull();
        assertThat(of("127.0.0.1", "10.0.0.1")).isNull();
    }

    @Test
    void addresses_of_one_network_of_ipv6_count_together() {
        assertThat(of("2001:db8:0:1::1", null)).isEqualTo(of("2001:db8:0:1:ffff::2", null));
        assertThat(of("2001:db8:0:1::1", null)).isNotEqualTo(of("2001:db8:0:2::1", null));
    }

    @Test
    void what_is_no_network_is_refused() {
        for (String wrong : List.of("example.org", "10.0.0.0/33", "10.0.0.0/x")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Addresses(List.of(wrong)));
        }
    }
}
