package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.testing.TestEvents.left;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TypingTest {

    private static final String TYPING = "{'type':'chat','roomId':'%s','action':'typing'}";

    private final TestGateway relay = new TestGateway();
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @AfterEach
    void close() {
        relay.close();
    }

    private long heard(TestListener listener) {
        return listener.connection().data().stream()
                .filter(data -> data.path("msg-type").asString("").equals("room.person.typing"))
                .count();
    }

    @Test
    void listeners_hear_who_writes_at_most_every_two_seconds_and_nothing_is_stored() {
        relay.happen(room(room, ada, bob));
        TestListener adas = relay.connect(ada);
        TestListener bobs = relay.connect(bob);
        adas.listen(room);
        bobs.listenWithPayload(room);
        adas.request(TYPING.formatted(room));
        adas.request(TYPING.formatted(room));
        assertThat(heard(bobs)).isEqualTo(1);
        assertThat(bobs.connection().lastData().toString())
                .isEqualTo(
                        ("{\"relay-type\":\"chat\",\"roomId\":\"%s\","
                                        + "\"timestamp\":\"2026-11-22T12:00:00.000Z\","
                                        + "\"msg-type\":\"room.person.typing\",\"actorId\":\"%s\"}")
                                .formatted(room, ada));
        relay.pass(Duration.ofSeconds(2));
        adas.request(TYPING.formatted(room));
        assertThat(heard(bobs)).isEqualTo(2);
        assertThat(relay.log.version(room)).isEqualTo(2);
    }

    @Test
    void who_does_not_listen_or_is_out_may_not() {
        relay.happen(room(room, ada, bob));
        TestListener adas = relay.connect(ada);
        TestListener bobs = relay.connect(bob);
        adas.listen(room);
        assertThat(bobs.request(TYPING.formatted(room)).get("code").stringValue())
                .isEqualTo("invalid-request");
        bobs.listen(room);
        relay.happen(left(room, bob));
        assertThat(bobs.request(TYPING.formatted(room)).get("code").stringValue())
                .isEqualTo("invalid-request");
        assertThat(heard(adas)).isZero();
        assertThat(adas.request("{'type':'all','action':'typing'}").get("code").stringValue())
                .isEqualTo("invalid-request");
    }

    @Test
    void given_the_broker_is_away_then_it_is_lost_and_the_connection_stays() {
        relay.happen(room(room, ada));
        TestListener adas = relay.connect(ada);
        adas.listen(room);
        relay.broker.disconnect();
        adas.request(TYPING.formatted(room));
        assertThat(heard(adas)).isZero();
        assertThat(adas.connection().closed()).isNull();
    }
}
