package io.github.simplechat.loadtest.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerTest {

    @Test
    void a_server_is_read_with_its_ports_and_processes() {
        Peer peer = Peer.parse("socket.io,socket.io,3000,3001,41,42");

        assertThat(peer)
                .isEqualTo(
                        new Peer("socket.io", Dialect.SOCKET_IO, 3_000, 3_001, List.of(41L, 42L)));
        assertThat(peer.livePid()).isEqualTo(42);
        assertThat(peer.isOurs()).isFalse();
    }

    @Test
    void less_is_refused() {
        assertThatThrownBy(() -> Peer.parse("relay,plain,8081"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
