package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.NOON;
import static io.github.simplechat.relay.testing.TestEvents.joined;
import static io.github.simplechat.relay.testing.TestEvents.left;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.relay.gateway.FeedHub;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
@SuppressWarnings("NullAway") // all is set before the first test
class RelayEndToEndTest {

    @Parameter Engine engine;

    private static Path folder;
    private static EmbeddedRedis redis;
    private static RelayProcess relay;

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) throws IOException {
        folder = Files.createTempDirectory("relay-redis");
        redis = EmbeddedRedis.on(folder, 0);
        // The sweep is as good as off: what arrives here arrives without it.
        relay =
                new RelayProcess(
                        redis.url(), RelayProcess.on(engine), "--chat.relay.sweep-interval=1h");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        relay.close();
        redis.close();
    }

    @Test
    void events_of_all_three_kinds_of_feed_arrive_in_the_publish_format() {
        relay.append(room(room, ada));
        relay.append(new PersonRegistered(ada, ada, NOON, "ada", "Ada"));
        try (TestClient client = relay.connect(ada)) {
            client.listen(room);
            client.request("{'type':'person','userId':'%s'}".formatted(ada));
            client.request("{'type':'all'}");
            long all = client.data(2).get("version").longValue();
            assertThat(client.await(3))
                    .containsExactly(
                            server("'type':'chat','roomId':'ROOM',SUCCESS,'version':1"),
                            server("'type':'person','userId':'ADA',SUCCESS,'version':0"),
                            server("'type':'all',SUCCESS,'version':" + all));

            relay.append(sent(room, ada, 1));
            relay.append(joined(room, bob));
            relay.append(new AnnouncementMade(bob, NOON, "service-check", "tonight"));
            assertThat(client.await(6).subList(3, 6))
                    .containsExactlyInAnyOrder(
                            server(
                                    "'relay-type':'chat','roomId':'ROOM','timestamp':'NOON',"
                                            + "'msg-type':'room.msg.new','version':2,'seq':1,"
                                            + "'actorId':'ADA'"),
                            server(
                                    "'relay-type':'chat','roomId':'ROOM','timestamp':'NOON',"
                                            + "'msg-type':'room.person.in','version':3,"
                                            + "'actorId':'BOB','userId':'BOB'"),
                            server(
                                    "'relay-type':'all','timestamp':'NOON',"
                                            + "'msg-type':'all.service-check','version':"
                                            + (all + 1)
                                            + ",'actorId':'BOB'"));
        }
    }

    @Test
    void given_payload_when_a_message_is_sent_then_the_frame_holds_it_and_so_does_a_backlog() {
        relay.append(room(room, ada, bob));
        try (TestClient with = relay.connect(ada);
                TestClient without = relay.connect(bob)) {
            with.request("{'type':'chat','roomId':'%s','payload':true}".formatted(room));
            without.listen(room);
            with.awaitCount(1);
            without.awaitCount(1);
            relay.append(sent(room, ada, 1));
            String frame =
                    "'relay-type':'chat','roomId':'ROOM','timestamp':'NOON',"
                            + "'msg-type':'room.msg.new','version':3,'seq':1,'actorId':'ADA'";
            String data =
                    ",'data':{'roomId':'ROOM','seq':1,'version':3,'authorId':'ADA',"
                            + "'text':'hello 1','sentAt':'NOON','mentions':[],'attachments':[]}";
            assertThat(without.await(2).get(1)).isEqualTo(server(frame));
            assertThat(with.await(2).get(1)).isEqualTo(server(frame + data));
            try (TestClient late = relay.connect(bob)) {
                late.request(
                        "{'type':'chat','roomId':'%s','payload':true,'since':2}".formatted(room));
                assertThat(late.await(2).get(1)).isEqualTo(server(frame + data));
            }
        }
    }

    private String server(String data) {
        return "{\"topic\":\"event.server\",\"data\":{"
                + data.replace("SUCCESS", "'msg':'connection success'")
                        .replace("ROOM", room.toString())
                        .replace("ADA", ada.toString())
                        .replace("BOB", bob.toString())
                        .replace("NOON", "2026-11-22T12:00:00.123Z")
                        .replace('\'', '"')
                + "}}";
    }

    @Test
    void a_backlog_is_followed_by_live_frames_without_a_hole_and_without_a_repeat() {
        relay.append(room(room, ada));
        relay.append(sent(room, ada, 1, 450));
        try (TestClient client = relay.connect(ada)) {
            client.listen(room, FeedReader.NO_VERSION);
            for (int seq = 451; seq <= 500; seq++) {
                relay.append(sent(room, ada, seq));
            }
            client.awaitVersion(501);
            assertThat(client.versions()).isEqualTo(versions(0, 501));
        }
    }

    private static List<Long> versions(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void given_a_listener_leaves_then_that_frame_is_the_last_of_the_room() {
        relay.append(room(room, ada, bob));
        try (TestClient adas = relay.connect(ada);
                TestClient bobs = relay.connect(bob)) {
            adas.listen(room);
            bobs.listen(room);
            adas.await(1);
            bobs.await(1);
            relay.append(left(room, bob));
            relay.append(sent(room, ada, 1));
            adas.awaitVersion(4);
            bobs.awaitVersion(3);
            bobs.listen(room);
            assertThat(bobs.data(2).get("code").stringValue()).isEqualTo("not-a-member");
            assertThat(bobs.versions()).containsExactly(3L);
        }
    }

    @Test
    void redis_restarts_in_the_middle_and_the_log_still_equals_the_stream() throws IOException {
        relay.append(room(room, ada));
        try (TestClient client = relay.connect(ada)) {
            client.listen(room);
            client.await(1);
            relay.append(sent(room, ada, 1, 50));
            client.awaitVersion(51);

            int port = Integer.parseInt(redis.url().replaceAll(".*:", ""));
            redis.close();
            relay.append(sent(room, ada, 51, 80));
            redis = EmbeddedRedis.on(folder, port);
            relay.append(sent(room, ada, 81, 100));

            client.awaitVersion(101);
            relay.append(sent(room, ada, 101, 120));
            client.awaitVersion(121);
            assertThat(client.versions()).isEqualTo(versions(2, 121));
        }
    }

    @Test
    void nothing_stays_open_when_the_last_client_is_gone() {
        relay.append(room(room, ada));
        TestClient client = relay.connect(ada);
        client.listen(room);
        client.await(1);
        client.close();
        await().until(() -> relay.bean(FeedHub.class).openFeeds() == 0);
        assertThat(relay.bean(Gateway.class).size()).isZero();
    }
}
