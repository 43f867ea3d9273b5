package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.testing.TestEvents.left;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.relay.testing.TestEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private final TestGateway relay = new TestGateway();
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void given_a_revocation_then_all_connections_of_the_person_end_and_hear_nothing_more() {
        relay.happen(room(room, ada, bob));
        TestListener one = relay.connect(ada);
        TestListener other = relay.connect(ada);
        TestListener bobs = relay.connect(bob);
        for (TestListener each : List.of(one, other, bobs)) {
            each.listen(room);
        }
        relay.revocations.revoke(ada, relay.now());
        relay.happen(sent(room, bob, 1));
        assertThat(one.connection().closed()).isEqualTo(CloseReason.TOKEN_REVOKED);
        assertThat(other.connection().closed()).isEqualTo(CloseReason.TOKEN_REVOKED);
        assertThat(one.versions()).isEmpty();
        assertThat(bobs.connection().closed()).isNull();
        assertThat(bobs.versions()).containsExactly(3L);
    }

    @Test
    void given_a_revocation_between_the_check_of_the_token_and_the_connection_then_it_ends() {
        relay.revocations.revoke(ada, relay.now());
        TestListener late = relay.connect(ada);
        assertThat(late.connection().closed()).isEqualTo(CloseReason.TOKEN_REVOKED);
        assertThat(relay.gateway.size()).isZero();
    }

    @Test
    void given_a_revocation_then_a_connection_with_a_token_from_after_it_stays() {
        relay.revocations.revoke(ada, relay.now());
        relay.pass(Duration.ofSeconds(1));
        TestListener fresh = relay.connect(ada);
        relay.gateway.tick();
        assertThat(fresh.connection().closed()).isNull();
    }

    @Test
    void an_archived_room_is_closed_for_writing_and_its_listeners_stay() {
        relay.happen(room(room, ada, bob));
        TestListener bobs = relay.connect(bob);
        bobs.listen(room);
        relay.happen(new RoomArchived(room, ada, TestEvents.NOON), left(room, ada));
        assertThat(bobs.versions()).containsExactly(3L, 4L);
        assertThat(bobs.connection().closed()).isNull();
        TestListener late = relay.connect(bob);
        late.listen(room, 2);
        assertThat(late.versions()).containsExactly(3L, 4L);
    }

    @Test
    void given_a_crowd_that_comes_back_then_the_store_is_read_for_their_room_and_not_for_each()
            throws Exception {
        UUID[] members = new UUID[400];
        for (int i = 0; i < members.length; i++) {
            members[i] = UUID.randomUUID();
        }
        relay.happen(room(room, members));
        relay.happen(sent(room, members[0], 1, 250));
        long missed = members.length + 100L;
        List<Future<TestListener>> crowd = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (UUID member : members) {
                crowd.add(
                        threads.submit(() -> {
                            TestListener listener = relay.connect(member);
                            listener.listen(room, missed);
                            return listener;
                        }));
            }
        }
        for (Future<TestListener> each : crowd) {
            assertThat(each.get().versions())
                    .isEqualTo(TestGateway.versions(missed + 1, members.length + 250L));
        }
        assertThat(relay.reads.get()).isBetween(3, 40);
    }
}
