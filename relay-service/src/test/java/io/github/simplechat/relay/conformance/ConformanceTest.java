package io.github.simplechat.relay.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.relay.testing.RawSocket;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 6455 case by case, in the groups that the public conformance suite for WebSockets has. */
@ParameterizedClass
@EnumSource(Engine.class)
@SuppressWarnings("NullAway") // all is set before the first test
class ConformanceTest implements Messages, Pings, Reserved, Fragments, Texts, Closing {

    @Parameter Engine engine;

    private static EmbeddedRedis redis;
    private static RelayProcess relay;

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        redis = EmbeddedRedis.temporary();
        relay = new RelayProcess(redis.url(), RelayProcess.on(engine));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        relay.close();
        redis.close();
    }

    @Test
    void given_an_extension_is_offered_when_shaking_hands_then_only_the_key_is_answered()
            throws IOException {
        try (RawSocket socket = connect("Sec-WebSocket-Extensions: permessage-deflate")) {
            assertThat(socket.handshake()).startsWith("HTTP/1.1 101");
            assertThat(socket.header("sec-websocket-accept"))
                    .isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(socket.header("sec-websocket-extensions")).isNull();
        }
    }

    @Override
    public RawSocket connect(String... headers) throws IOException {
        return new RawSocket(
                relay.address("ws", "/ws"), relay.tokens().valid(UUID.randomUUID()), headers);
    }
}
