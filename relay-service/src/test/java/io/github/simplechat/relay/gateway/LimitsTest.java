package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final TestGateway relay = new TestGateway();
    private final UUID ada = UUID.randomUUID();

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void a_feed_above_the_limit_is_refused_until_another_is_closed() {
        TestListener client = relay.connect(ada);
        UUID[] rooms = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
        for (UUID room : rooms) {
            relay.happen(room(room, ada));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(client.listen(rooms[i]).get("msg").stringValue())
                    .isEqualTo("connection success");
        }
        assertThat(client.listen(rooms[3]).get("code").stringValue()).isEqualTo("limit-exceeded");
        assertThat(client.listen(rooms[0]).get("msg").stringValue())
                .isEqualTo("connection success");
        client.request("{'type':'chat','roomId':'%s','action':'disconnect'}".formatted(rooms[0]));
        assertThat(client.listen(rooms[3]).get("msg").stringValue())
                .isEqualTo("connection success");
    }

    @Test
    void a_connection_above_the_limit_of_a_person_is_closed_and_the_older_ones_stay() {
        TestListener first = relay.connect(ada);
        TestListener second = relay.connect(ada);
        TestListener third = relay.connect(ada);
        TestListener anotherPersons = relay.connect(UUID.randomUUID());
        assertThat(third.connection().closed()).isEqualTo(CloseReason.OVERLOADED);
        assertThat(first.connection().closed()).isNull();
        assertThat(anotherPersons.connection().closed()).isNull();
        second.client().closed();
        third.client().closed();
        assertThat(relay.connect(ada).connection().closed()).isNull();
        assertThat(relay.connect(ada).connection().closed()).isEqualTo(CloseReason.OVERLOADED);
    }

    @Test
    void a_connection_above_the_limit_of_an_address_is_closed_and_counts_no_more_when_it_is_gone() {
        TestListener last = from("192.0.2.1");
        for (int i = 1; i < 3; i++) {
            last = from("192.0.2.1");
        }
        assertThat(from("192.0.2.1").connection().closed()).isEqualTo(CloseReason.OVERLOADED);
        assertThat(from("192.0.2.2").connection().closed()).isNull();
        assertThat(last.connection().closed()).isNull();
        last.client().closed();
        assertThat(from("192.0.2.1").connection().closed()).isNull();
        assertThat(relay.gateway.tally().of(CloseReason.OVERLOADED.text())).isEqualTo(1);
    }

    private TestListener from(String address) {
        RecordingConnection connection =
                new RecordingConnection(UUID.randomUUID(), relay.now(), relay.now().plusSeconds(60))
                        .from(address);
        return new TestListener(connection, relay.gateway.open(connection));
    }

    @Test
    void frames_that_come_too_fast_are_answered_so_and_at_last_end_the_connection() {
        TestListener client = relay.connect(ada);
        for (int i = 0; i < 2_000; i++) {
            client.request("{'type':'all'}");
        }
        assertThat(client.connection().lastData().has("code")).isFalse();
        assertThat(client.request("{'type':'all'}").get("code").stringValue())
                .isEqualTo("rate-limited");
        relay.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertThat(client.request("{'type':'all'}").has("code")).isFalse();
        }
        for (int i = 0; i < 20; i++) {
            assertThat(client.connection().closed()).isNull();
            client.request("{'type':'all'}");
        }
        assertThat(client.connection().closed()).isEqualTo(CloseReason.PROTOCOL_ABUSE);
        assertThat(relay.gateway.tally().of(Tally.FRAME_TOO_FAST)).isEqualTo(21);
    }

    @Test
    void a_connection_ends_with_its_token() {
        TestListener client = relay.connect(ada, relay.now().plusSeconds(10));
        relay.pass(Duration.ofSeconds(9));
        assertThat(client.connection().closed()).isNull();
        relay.pass(Duration.ofSeconds(1));
        assertThat(client.connection().closed()).isEqualTo(CloseReason.TOKEN_EXPIRED);
    }

    @Test
    void a_client_is_pinged_and_closed_when_it_stays_silent() {
        TestListener silent = relay.connect(ada);
        TestListener lively = relay.connect(ada);
        relay.pass(Duration.ofSeconds(24));
        assertThat(silent.connection().pings()).isZero();
        relay.pass(Duration.ofSeconds(1));
        assertThat(silent.connection().pings()).isEqualTo(1);
        relay.pass(Duration.ofSeconds(19));
        lively.client().heard();
        assertThat(silent.connection().closed()).isNull();
        relay.pass(Duration.ofSeconds(1));
        assertThat(silent.connection().closed()).isEqualTo(CloseReason.SILENT);
        assertThat(lively.connection().closed()).isNull();
        relay.pass(Duration.ofSeconds(5));
        assertThat(lively.connection().pings()).isEqualTo(2);
    }

    @Test
    void on_shutdown_every_connection_is_closed_and_new_ones_too() {
        TestListener client = relay.connect(ada);
        relay.gateway.drain(Duration.ofSeconds(1), Duration.ofMillis(20));
        assertThat(relay.gateway.isDraining()).isTrue();
        assertThat(client.connection().closed()).isEqualTo(CloseReason.SHUTTING_DOWN);
        assertThat(relay.connect(ada).connection().closed()).isEqualTo(CloseReason.SHUTTING_DOWN);
    }
}
