package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.gateway.TestGateway.awaitVersions;
import static io.github.simplechat.relay.testing.TestEvents.joined;
import static io.github.simplechat.relay.testing.TestEvents.left;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.MsgType;
import io.github.simplechat.api.room.MemberLeft;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeavingTest {

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @Test
    void the_frame_that_ends_a_membership_is_known_by_its_public_name() {
        MemberLeft event = (MemberLeft) left(room, bob);
        assertThat(RoomMembers.PERSON_OUT).isEqualTo(MsgType.of(event));
    }

    @Test
    void who_goes_gets_that_frame_and_no_more_while_the_others_hear_on() {
        try (TestGateway relay = new TestGateway()) {
            relay.happen(room(room, ada, bob));
            TestListener adas = relay.connect(ada);
            TestListener bobs = relay.connect(bob);
            adas.listen(room);
            bobs.listen(room);
            relay.happen(sent(room, ada, 1), left(room, bob), sent(room, ada, 2));
            assertThat(bobs.versions()).containsExactly(3L, 4L);
            assertThat(adas.versions()).containsExactly(3L, 4L, 5L);
        }
    }

    @Test
    void who_comes_back_must_ask_again_and_then_hears_on() {
        try (TestGateway relay = new TestGateway()) {
            relay.happen(room(room, ada, bob));
            TestListener bobs = relay.connect(bob);
            bobs.listen(room);
            relay.happen(left(room, bob), sent(room, ada, 1));
            assertThat(bobs.listen(room).get("code").stringValue()).isEqualTo("not-a-member");
            relay.happen(joined(room, bob), sent(room, ada, 2));
            assertThat(bobs.versions()).containsExactly(3L);
            bobs.listen(room, 3);
            relay.happen(sent(room, ada, 3));
            awaitVersions(bobs, 3, 7);
        }
    }

    @Test
    void
            given_the_feed_lags_when_who_came_back_names_that_version_then_the_new_membership_goes_on() {
        try (TestGateway relay = new TestGateway()) {
            relay.happen(room(room, ada, bob));
            TestListener adas = relay.connect(ada);
            adas.listen(room);
            relay.quiet();
            relay.log.append(left(room, bob), joined(room, bob));
            TestListener bobs = relay.connect(bob);
            assertThat(bobs.listen(room, 4).get("version").longValue()).isEqualTo(4);
            relay.publish();
            relay.happen(sent(room, ada, 1));
            assertThat(bobs.versions()).containsExactly(5L);
        }
    }

    @Test
    void
            given_the_feed_lags_when_who_came_back_names_no_version_then_it_ends_and_can_be_opened_again() {
        try (TestGateway relay = new TestGateway()) {
            relay.happen(room(room, ada, bob));
            TestListener adas = relay.connect(ada);
            adas.listen(room);
            relay.quiet();
            relay.log.append(left(room, bob), joined(room, bob));
            TestListener bobs = relay.connect(bob);
            bobs.listen(room);
            relay.publish();
            assertThat(bobs.versions()).containsExactly(3L);
            bobs.listen(room);
            relay.happen(sent(room, ada, 1));
            assertThat(bobs.versions()).containsExactly(3L, 5L);
        }
    }

    @Test
    void given_the_membership_ends_right_after_the_members_were_read_then_that_is_the_last_frame() {
        Hooks hooks = new Hooks();
        try (TestGateway relay = new TestGateway(hooks)) {
            relay.happen(room(room, ada, bob));
            hooks.afterCheck.set(() -> relay.happen(left(room, bob), sent(room, ada, 1)));
            TestListener bobs = relay.connect(bob);
            bobs.listen(room);
            relay.happen(sent(room, ada, 2));
            awaitVersions(bobs, 3, 3);
        }
    }

    @Test
    void given_the_room_is_heard_when_a_membership_ends_while_members_are_read_then_refused() {
        Hooks hooks = new Hooks();
        try (TestGateway relay = new TestGateway(hooks)) {
            relay.happen(room(room, ada, bob));
            TestListener adas = relay.connect(ada);
            adas.listen(room);
            relay.hub.sweep();
            relay.hub.sweep();
            relay.quiet();
            hooks.afterCheck.set(() -> relay.happen(left(room, bob), sent(room, ada, 1)));
            TestListener bobs = relay.connect(bob);
            assertThat(bobs.listen(room).get("code").stringValue()).isEqualTo("not-a-member");
            relay.happen(sent(room, ada, 2));
            assertThat(bobs.versions()).isEmpty();
            assertThat(adas.versions()).containsExactly(3L, 4L, 5L);
        }
    }

    @Test
    void given_a_newcomer_who_goes_right_after_the_store_was_asked_then_that_is_the_last_frame() {
        Hooks hooks = new Hooks();
        try (TestGateway relay = new TestGateway(hooks)) {
            relay.happen(room(room, ada));
            TestListener adas = relay.connect(ada);
            adas.listen(room);
            relay.quiet();
            relay.log.append(joined(room, bob));
            hooks.afterCheck.set(() -> relay.happen(left(room, bob), sent(room, ada, 1)));
            TestListener bobs = relay.connect(bob);
            bobs.listen(room);
            relay.happen(sent(room, ada, 2));
            awaitVersions(bobs, 3, 3);
            awaitVersions(adas, 2, 5);
        }
    }

    @Test
    void given_the_membership_ends_right_before_the_check_then_the_request_is_refused() {
        Hooks hooks = new Hooks();
        try (TestGateway relay = new TestGateway(hooks)) {
            relay.happen(room(room, ada, bob));
            hooks.beforeCheck.set(() -> relay.happen(left(room, bob), sent(room, ada, 1)));
            TestListener bobs = relay.connect(bob);
            assertThat(bobs.listen(room).get("code").stringValue()).isEqualTo("not-a-member");
            relay.happen(sent(room, ada, 2));
            assertThat(bobs.versions()).isEmpty();
        }
    }
}
