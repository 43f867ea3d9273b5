package io.github.simplechat.relay.netty;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.RawSocket;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeflateTest {

    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @Test
    void when_it_is_on_frames_are_packed_for_who_offers_it_and_plain_for_who_does_not()
            throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.temporary();
                RelayProcess relay = new RelayProcess(redis.url(), "--chat.relay.deflate=true")) {
            relay.append(room(room, ada));
            relay.append(sent(room, ada, 1));
            String listen =
                    "{\"topic\":\"event.client\",\"data\":{\"type\":\"chat\",\"roomId\":\"%s\",\"since\":-1}}"
                            .formatted(room);
            String token = relay.tokens().valid(ada);
            try (RawSocket packed =
                            new RawSocket(
                                    relay.address("ws", "/ws"),
                                    token,
                                    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
                    RawSocket plain = new RawSocket(relay.address("ws", "/ws"), token)) {
                assertThat(packed.header("sec-websocket-extensions"))
                        .isEqualTo(
                                "permessage-deflate; server_no_context_takeover; client_no_context_takeover");
                packed.send(0x81, listen);
                plain.send(0x81, listen);
                for (int i = 0; i < 4; i++) {
                    assertThat(packed.receive().first()).isEqualTo(0xC1);
                    assertThat(plain.receive().first()).isEqualTo(0x81);
                }
            }
        }
    }
}
