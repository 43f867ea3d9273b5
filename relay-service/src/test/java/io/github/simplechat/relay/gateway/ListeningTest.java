package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.gateway.TestGateway.awaitVersions;
import static io.github.simplechat.relay.gateway.TestGateway.versions;
import static io.github.simplechat.relay.testing.TestEvents.NOON;
import static io.github.simplechat.relay.testing.TestEvents.joined;
import static io.github.simplechat.relay.testing.TestEvents.left;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private final TestGateway relay = new TestGateway();
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void a_member_hears_the_room_from_the_version_of_the_answer_on() {
        relay.happen(room(room, ada));
        TestListener client = relay.connect(ada);
        assertThat(client.listen(room).toString())
                .isEqualTo(
                        "{\"type\":\"chat\",\"roomId\":\"%s\",\"msg\":\"connection success\",\"version\":1}"
                                .formatted(room));
        relay.happen(sent(room, ada, 1, 3));
        assertThat(client.versions()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void a_person_hears_their_own_feed_and_no_other() {
        relay.happen(new PersonRegistered(ada, ada, NOON, "ada", "Ada"));
        TestListener client = relay.connect(ada);
        assertThat(client.request("{'type':'person','userId':'%s'}".formatted(ada)).toString())
                .isEqualTo(
                        "{\"type\":\"person\",\"userId\":\"%s\",\"msg\":\"connection success\",\"version\":0}"
                                .formatted(ada));
        assertThat(client.request("{'type':'person','userId':'%s'}".formatted(bob)).toString())
                .isEqualTo(
                        "{\"type\":\"person\",\"userId\":\"%s\",\"msg\":\"connection failed\",\"code\":\"forbidden\"}"
                                .formatted(bob));
    }

    @Test
    void everyone_hears_announcements_even_before_the_first() {
        TestListener client = relay.connect(ada);
        assertThat(client.request("{'type':'all'}").toString())
                .isEqualTo("{\"type\":\"all\",\"msg\":\"connection success\",\"version\":-1}");
        relay.happen(new AnnouncementMade(bob, NOON, "biz-event", "sale"));
        assertThat(client.versions()).containsExactly(0L);
    }

    @Test
    void strangers_unknown_rooms_and_feeds_that_are_no_rooms_are_refused() {
        relay.happen(room(room, ada));
        relay.happen(new PersonRegistered(ada, ada, NOON, "ada", "Ada"));
        TestListener client = relay.connect(bob);
        assertThat(client.listen(room).get("code").stringValue()).isEqualTo("not-a-member");
        assertThat(client.listen(UUID.randomUUID()).get("code").stringValue())
                .isEqualTo("room-not-found");
        assertThat(client.listen(ada).get("code").stringValue()).isEqualTo("room-not-found");
        relay.happen(sent(room, ada, 1));
        assertThat(client.versions()).isEmpty();
        assertThat(relay.hub.openFeeds()).isZero();
    }

    @Test
    void given_since_when_the_backlog_is_many_pages_then_all_of_it_comes_once_then_live_frames() {
        relay.happen(room(room, ada));
        relay.happen(sent(room, ada, 1, 999));
        TestListener client = relay.connect(ada);
        client.listen(room, 10);
        assertThat(client.connection().data().getFirst().get("version").longValue())
                .isEqualTo(1000);
        assertThat(client.versions()).isEqualTo(versions(11, 1000));
        relay.happen(sent(room, ada, 1000));
        assertThat(client.versions()).isEqualTo(versions(11, 1001));
    }

    @Test
    void given_since_when_the_feed_has_not_reached_it_then_the_request_is_invalid() {
        relay.happen(room(room, ada));
        TestListener client = relay.connect(ada);
        assertThat(client.listen(room, 2).get("code").stringValue()).isEqualTo("invalid-request");
        assertThat(client.listen(room, 1).get("msg").stringValue()).isEqualTo("connection success");
    }

    @Test
    void a_version_that_is_committed_but_not_published_yet_may_be_named_and_does_not_come_again() {
        relay.happen(room(room, ada));
        TestListener other = relay.connect(ada);
        other.listen(room);
        relay.log.append(sent(room, ada, 1, 2));
        TestListener client = relay.connect(ada);
        assertThat(client.listen(room, 3).get("version").longValue()).isEqualTo(3);
        relay.publish();
        relay.happen(sent(room, ada, 3));
        assertThat(other.versions()).containsExactly(2L, 3L, 4L);
        assertThat(client.versions()).containsExactly(4L);
    }

    @Test
    void a_repeated_request_is_answered_again_and_nothing_comes_twice() {
        relay.happen(room(room, ada));
        TestListener client = relay.connect(ada);
        client.listen(room);
        relay.happen(sent(room, ada, 1));
        assertThat(client.listen(room, FeedReader.NO_VERSION).get("version").longValue())
                .isEqualTo(2);
        relay.happen(sent(room, ada, 2));
        assertThat(client.versions()).containsExactly(2L, 3L);
    }

    @Test
    void after_a_disconnect_nothing_comes_and_the_feed_can_be_opened_again() {
        relay.happen(room(room, ada));
        TestListener client = relay.connect(ada);
        client.listen(room);
        client.request("{'type':'chat','roomId':'%s','action':'disconnect'}".formatted(room));
        assertThat(relay.broker.listeners(Feed.chat(room))).isZero();
        relay.happen(sent(room, ada, 1));
        assertThat(client.versions()).isEmpty();
        client.listen(room, 1);
        assertThat(client.versions()).containsExactly(2L);
    }

    @Test
    void a_backlog_that_tells_of_an_old_absence_goes_on_behind_it() {
        relay.happen(room(room, ada, bob));
        relay.happen(left(room, bob), sent(room, ada, 1), joined(room, bob), sent(room, ada, 2));
        TestListener client = relay.connect(bob);
        client.listen(room, FeedReader.NO_VERSION);
        relay.happen(sent(room, ada, 3));
        awaitVersions(client, 0, 7);
    }

    @Test
    void a_closed_client_lets_its_feeds_go() {
        relay.happen(room(room, ada));
        TestListener client = relay.connect(ada);
        client.listen(room);
        assertThat(relay.broker.listeners(Feed.chat(room))).isEqualTo(1);
        client.client().closed();
        assertThat(relay.broker.listeners(Feed.chat(room))).isZero();
        assertThat(relay.hub.openFeeds()).isZero();
        assertThat(relay.gateway.size()).isZero();
    }
}
