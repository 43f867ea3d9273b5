package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.gateway.TestGateway.awaitVersions;
import static io.github.simplechat.relay.testing.TestEvents.NOON;
import static io.github.simplechat.relay.testing.TestEvents.left;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.ReactionAdded;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PayloadTest {

    private final TestGateway relay = new TestGateway();
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void who_asked_gets_messages_as_history_shows_them_and_the_others_get_signals() {
        relay.happen(room(room, ada, bob));
        TestListener adas = relay.connect(ada);
        TestListener bobs = relay.connect(bob);
        adas.listenWithPayload(room);
        bobs.listen(room);
        relay.happen(sent(room, ada, 1));
        awaitVersions(adas, 3, 3);
        relay.happen(new ReactionAdded(room, bob, NOON, 1, "👍"));
        relay.happen(new MessageEdited(room, ada, NOON, 1, "edited", List.of(bob)));
        awaitVersions(adas, 3, 5);
        relay.happen(new MessageDeleted(room, ada, NOON, 1));
        awaitVersions(adas, 3, 6);
        assertThat(bobs.versions()).containsExactly(3L, 4L, 5L, 6L);
        assertThat(bobs.connection().data()).noneMatch(data -> data.has("data"));
        List<JsonNode> heard = adas.connection().data();
        String start =
                "{\"roomId\":\"%s\",\"seq\":1,\"version\":%%d,\"authorId\":\"%s\""
                        .formatted(room, ada);
        String empty = "\"mentions\":[],\"attachments\":[]}";
        String sentAt = ",\"sentAt\":\"2026-11-22T12:00:00.123Z\",";
        assertThat(heard.get(1).get("data").toString())
                .isEqualTo(start.formatted(3) + ",\"text\":\"hello 1\"" + sentAt + empty);
        assertThat(heard.get(2).has("data")).isFalse();
        JsonNode edited = heard.get(3).get("data");
        assertThat(edited.get("text").stringValue()).isEqualTo("edited");
        assertThat(edited.get("mentions").get(0).stringValue()).isEqualTo(bob.toString());
        assertThat(edited.get("version").longValue()).isEqualTo(5);
        assertThat(heard.get(4).get("data").toString())
                .isEqualTo(
                        start.formatted(6)
                                + sentAt
                                + "\"deletedAt\":\"2026-11-22T12:00:00.124Z\","
                                + empty);
    }

    @Test
    void given_a_backlog_then_what_was_deleted_since_is_a_tombstone_from_the_beginning() {
        relay.happen(room(room, ada));
        relay.happen(sent(room, ada, 1, 250));
        relay.happen(
                new MessageDeleted(room, ada, NOON, 1), new MessageDeleted(room, ada, NOON, 250));
        TestListener adas = relay.connect(ada);
        adas.request("{'type':'chat','roomId':'%s','payload':true,'since':1}".formatted(room));
        awaitVersions(adas, 2, 253);
        List<JsonNode> heard = adas.connection().data();
        for (int seq : List.of(1, 250)) {
            JsonNode data = heard.get(seq).get("data");
            assertThat(data.get("seq").intValue()).isEqualTo(seq);
            assertThat(data.has("deletedAt")).isTrue();
            assertThat(data.has("text")).isFalse();
        }
        assertThat(heard.get(2).get("data").get("text").stringValue()).isEqualTo("hello 2");
    }

    @Test
    void a_frame_is_encoded_once_for_all_who_asked_and_once_for_all_who_did_not() {
        relay.happen(room(room, ada, bob));
        List<TestListener> with = List.of(relay.connect(ada), relay.connect(bob));
        List<TestListener> without = List.of(relay.connect(ada), relay.connect(bob));
        with.forEach(each -> each.listenWithPayload(room));
        without.forEach(each -> each.listen(room));
        relay.happen(sent(room, ada, 1));
        with.forEach(each -> awaitVersions(each, 3, 3));
        for (List<TestListener> all : List.of(with, without)) {
            assertThat(all.get(0).connection().frames().getLast())
                    .isSameAs(all.get(1).connection().frames().getLast());
        }
    }

    @Test
    void who_goes_gets_that_frame_and_no_text_after_it() {
        relay.happen(room(room, ada, bob));
        TestListener adas = relay.connect(ada);
        TestListener bobs = relay.connect(bob);
        adas.listenWithPayload(room);
        bobs.listenWithPayload(room);
        relay.happen(sent(room, ada, 1), left(room, bob), sent(room, ada, 2));
        awaitVersions(adas, 3, 5);
        assertThat(bobs.versions()).containsExactly(3L, 4L);
    }

    @Test
    void payload_is_a_truth_value() {
        relay.happen(room(room, ada));
        TestListener adas = relay.connect(ada);
        assertThat(
                        adas.request(
                                        "{'type':'chat','roomId':'%s','payload':'yes'}"
                                                .formatted(room))
                                .get("code")
                                .stringValue())
                .isEqualTo("invalid-request");
    }
}
