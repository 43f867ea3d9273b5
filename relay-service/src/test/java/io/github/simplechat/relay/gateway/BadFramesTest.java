package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BadFramesTest {

    private final TestGateway relay = new TestGateway();
    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();
    private final TestListener client = relay.connect(ada);

    @AfterEach
    void close() {
        relay.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "null",
                "[]",
                "42",
                "{",
                "{}",
                "{} {}",
                "{\"topic\":\"event.client\"}",
                "{\"topic\":\"event.server\",\"data\":{\"type\":\"all\"}}",
                "{\"topic\":\"event.client\",\"data\":\"all\"}",
                "{\"topic\":\"event.client\",\"data\":{}}",
                "{\"topic\":\"event.client\",\"data\":{\"type\":\"weather\"}}",
                "{\"topic\":\"event.client\",\"data\":{\"type\":1}}",
                "{\"topic\":1,\"data\":{\"type\":\"all\"}}",
                "{\"data\":{\"type\":\"all\"}}"
            })
    void what_is_no_request_is_answered_and_the_connection_stays(String frame) {
        client.client().received(frame);
        JsonNode answer = client.connection().lastData();
        assertThat(answer.get("msg").stringValue()).isEqualTo("connection failed");
        assertThat(answer.get("code").stringValue()).isEqualTo("invalid-request");
        assertThat(answer.get("detail").stringValue()).isNotBlank();
        assertThat(answer.has("type")).isFalse();
        assertThat(client.connection().closed()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'chat'}",
                "{'type':'chat','roomId':null}",
                "{'type':'chat','roomId':7}",
                "{'type':'chat','roomId':'1-2-3-4-5'}",
                "{'type':'chat','roomId':'zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz'}",
                "{'type':'chat','roomId':'00000000-0000-0000-0000-000000000001','since':-2}",
                "{'type':'chat','roomId':'00000000-0000-0000-0000-000000000001','since':1.5}",
                "{'type':'chat','roomId':'00000000-0000-0000-0000-000000000001','since':'1'}",
                "{'type':'chat','roomId':'00000000-0000-0000-0000-000000000001','since':1e99}",
                "{'type':'chat','roomId':'00000000-0000-0000-0000-000000000001','action':'sing'}",
                "{'type':'chat','roomId':'00000000-0000-0000-0000-000000000001','action':7}"
            })
    void a_request_of_the_wrong_shape_is_answered_with_its_type(String data) {
        JsonNode answer = client.request(data);
        assertThat(answer.get("type").stringValue()).isEqualTo("chat");
        assertThat(answer.get("code").stringValue()).isEqualTo("invalid-request");
        assertThat(client.connection().closed()).isNull();
    }

    @Test
    void twenty_in_a_row_close_the_connection() {
        for (int i = 1; i < TestGateway.LIMITS.badFrames(); i++) {
            client.client().received("x");
        }
        assertThat(client.connection().closed()).isNull();
        client.client().receivedBinary();
        assertThat(client.connection().closed()).isEqualTo(CloseReason.PROTOCOL_ABUSE);
        assertThat(relay.gateway.size()).isZero();
    }

    @Test
    void a_request_in_between_starts_the_count_again_even_when_it_is_refused() {
        for (int i = 1; i < 3 * TestGateway.LIMITS.badFrames(); i++) {
            client.client().received("x");
            if (i % 10 == 0) {
                client.listen(UUID.randomUUID());
            }
        }
        assertThat(client.connection().closed()).isNull();
    }

    @Test
    void unknown_fields_are_skipped() {
        relay.happen(room(room, ada));
        JsonNode answer =
                client.request(
                        "{'type':'chat','roomId':'%s','payload':true,'x':{'y':[]}}"
                                .formatted(room));
        assertThat(answer.get("msg").stringValue()).isEqualTo("connection success");
    }
}
