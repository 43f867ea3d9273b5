package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.testing.TestEvents.joined;
import static io.github.simplechat.relay.testing.TestEvents.left;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PresenceTest {

    private static final Duration TERM = TestGateway.LIMITS.presenceHolds();

    private final TestGateway relay = new TestGateway();
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID eve = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @AfterEach
    void close() {
        relay.close();
    }

    private JsonNode ask(TestListener listener, UUID... people) {
        return listener.request(
                "{'type':'chat','roomId':'%s','action':'presence','userIds':%s}"
                        .formatted(room, quoted(people)));
    }

    private static String quoted(UUID... people) {
        return Arrays.stream(people)
                .map(UUID::toString)
                .sorted()
                .collect(Collectors.joining("','", "['", "']"))
                .replace("['']", "[]");
    }

    private String told(UUID[] here, UUID... away) {
        return "{'type':'chat','roomId':'%s','action':'presence','here':%s,'away':%s}"
                .formatted(room, quoted(here), quoted(away))
                .replace('\'', '"');
    }

    private static UUID[] people(UUID... people) {
        return people;
    }

    private List<String> heard(TestListener listener) {
        return listener.connection().data().stream()
                .filter(data -> data.path("action").asString("").equals("presence"))
                .map(JsonNode::toString)
                .toList();
    }

    private TestListener listening(UUID person) {
        TestListener listener = relay.connect(person);
        listener.listen(room);
        return listener;
    }

    @Test
    void given_a_question_then_all_is_told_once_and_after_that_only_what_changes() {
        relay.happen(room(room, ada, bob));
        TestListener adas = listening(ada);
        ask(adas, ada, bob);
        assertThat(heard(adas)).isEmpty();
        relay.gateway.tellPresence();
        relay.gateway.tellPresence();
        assertThat(heard(adas)).containsExactly(told(people(ada), bob));
        TestListener bobs = relay.connect(bob);
        relay.gateway.tellPresence();
        assertThat(heard(adas)).hasSize(2).last().isEqualTo(told(people(bob)));
        bobs.client().closed();
        relay.gateway.tellPresence();
        assertThat(heard(adas)).hasSize(2);
        relay.pass(TERM);
        relay.gateway.tellPresence();
        assertThat(heard(adas)).hasSize(3).last().isEqualTo(told(people(), bob));
        assertThat(relay.log.version(room)).isEqualTo(2);
    }

    @Test
    void whoever_stays_is_here_and_what_other_nodes_say_counts() {
        relay.happen(room(room, ada, bob));
        TestListener adas = listening(ada);
        ask(adas, ada, bob);
        relay.presences.here(List.of(bob), TERM.multipliedBy(2));
        for (int i = 0; i < 12; i++) {
            relay.gateway.tellPresence();
            adas.client().heard();
            relay.pass(TERM.dividedBy(6));
        }
        assertThat(heard(adas)).containsExactly(told(people(ada, bob)));
    }

    @Test
    void whoever_is_no_member_of_the_room_is_never_here() {
        relay.happen(room(room, ada));
        TestListener adas = listening(ada);
        relay.connect(eve);
        ask(adas, eve);
        relay.gateway.tellPresence();
        assertThat(heard(adas)).containsExactly(told(people(), eve));
        relay.happen(joined(room, eve));
        relay.gateway.tellPresence();
        assertThat(heard(adas)).last().isEqualTo(told(people(eve)));
        relay.happen(left(room, eve));
        relay.gateway.tellPresence();
        assertThat(heard(adas)).last().isEqualTo(told(people(), eve));
    }

    @Test
    void whoever_does_not_listen_may_not_ask_and_whoever_is_out_is_told_no_more() {
        relay.happen(room(room, ada, bob));
        TestListener bobs = relay.connect(bob);
        assertThat(ask(bobs, ada).get("code").stringValue()).isEqualTo("invalid-request");
        bobs.listen(room);
        ask(bobs, ada);
        relay.gateway.tellPresence();
        assertThat(heard(bobs)).containsExactly(told(people(), ada));
        relay.happen(left(room, bob));
        listening(ada);
        relay.gateway.tellPresence();
        assertThat(heard(bobs)).hasSize(1);
        assertThat(relay.gateway.watches()).isZero();
    }

    @Test
    void a_new_question_takes_the_place_of_the_old_one_and_one_about_nobody_ends_it() {
        relay.happen(room(room, ada, bob));
        TestListener adas = listening(ada);
        ask(adas, ada);
        ask(adas, bob);
        relay.gateway.tellPresence();
        assertThat(heard(adas)).containsExactly(told(people(), bob));
        ask(adas);
        relay.connect(bob);
        relay.gateway.tellPresence();
        assertThat(heard(adas)).hasSize(1);
        assertThat(relay.gateway.watches()).isZero();
    }

    @Test
    void what_makes_no_sense_or_is_too_much_is_refused() {
        relay.happen(room(room, ada));
        TestListener adas = listening(ada);
        assertThat(ask(adas, ada, bob, eve, room).get("code").stringValue())
                .isEqualTo("limit-exceeded");
        assertThat(relay.gateway.tally().of(Tally.TOO_MANY_PEOPLE)).isEqualTo(1);
        String asking = "{'type':'chat','roomId':'" + room + "','action':'presence'";
        for (String people : List.of("", ",'userIds':'x'", ",'userIds':['x']")) {
            assertThat(adas.request(asking + people + "}").get("code").stringValue())
                    .isEqualTo("invalid-request");
        }
        assertThat(relay.gateway.watches()).isZero();
    }

    @Test
    void given_presence_is_switched_off_then_nobody_may_ask_and_nothing_is_said() {
        GatewayLimits some = TestGateway.LIMITS;
        GatewayLimits off =
                new GatewayLimits(
                        some.feedsPerConnection(),
                        some.connectionsPerPerson(),
                        some.connectionsPerAddress(),
                        some.framesPerSecond(),
                        some.frameBurst(),
                        some.badFrames(),
                        some.pingInterval(),
                        some.pingTimeout(),
                        0,
                        some.presenceHolds());
        try (TestGateway without = new TestGateway(new Hooks(), off)) {
            without.happen(room(room, ada));
            TestListener adas = without.connect(ada);
            adas.listen(room);
            assertThat(ask(adas, ada).get("code").stringValue()).isEqualTo("limit-exceeded");
            without.gateway.tellPresence();
            assertThat(without.presences.whoIsHere(List.of(ada))).isEmpty();
        }
    }
}
