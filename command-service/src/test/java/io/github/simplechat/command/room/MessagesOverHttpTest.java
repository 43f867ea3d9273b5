package io.github.simplechat.command.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;

class MessagesOverHttpTest {

    private final User owner = TestService.user();
    private final UUID room = owner.createRoom("public");

    @Test
    void given_a_member_when_sending_then_the_answer_names_the_message_and_the_version() {
        Answer first = owner.say(room, "안녕하세요");
        Answer second = owner.say(room, "반가워요");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.number("seq")).isEqualTo(1);
        assertThat(second.number("seq")).isEqualTo(2);
        assertThat(second.number("version")).isEqualTo(first.number("version") + 1);
        assertThat(second.response().headers().firstValue("ETag"))
                .hasValue("\"" + second.number("version") + "\"");
        assertThat(first.text("sentAt")).matches("\\d{4}-.*T.*\\.\\d{3}Z");
    }

    @Test
    void given_decomposed_jamo_when_sending_then_the_event_holds_nfc() {
        owner.say(room, "한국");

        assertThat(sent()).containsExactly("한국");
    }

    @Test
    void given_a_key_when_the_same_request_comes_twice_then_it_takes_effect_once() {
        Answer first = owner.say(room, "한 번만", "Idempotency-Key", "k1");
        Answer again = owner.say(room, "한 번만", "Idempotency-Key", "k1");
        Answer other = owner.say(room, "다른 말", "Idempotency-Key", "k1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.response().headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(first.response().headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-mismatch");
        assertThat(sent()).containsExactly("한 번만");
    }

    @Test
    void given_one_key_when_many_requests_come_at_once_then_one_event_is_stored() throws Exception {
        List<Callable<Answer>> requests =
                IntStream.range(0, 16)
                        .<Callable<Answer>>mapToObj(
                                i -> () -> owner.say(room, "동시에", "Idempotency-Key", "k2"))
                        .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                assertThat(answer.get().status()).isEqualTo(201);
                assertThat(answer.get().number("seq")).isEqualTo(1);
            }
        }

        assertThat(sent()).hasSize(1);
    }

    @Test
    void given_many_senders_when_they_send_at_once_then_seq_and_version_have_no_hole()
            throws Exception {
        List<Callable<Answer>> requests =
                IntStream.range(0, 32)
                        .<Callable<Answer>>mapToObj(i -> () -> owner.say(room, "말 " + i))
                        .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        }

        List<RecordedEvent> feed = feed();
        assertThat(feed).extracting(RecordedEvent::version).isEqualTo(upTo(0, feed.size()));
        assertThat(feed)
                .filteredOn(e -> e.event() instanceof MessageSent)
                .extracting(e -> ((MessageSent) e.event()).seq())
                .isEqualTo(upTo(1, 33));
    }

    @Test
    void given_a_message_when_others_edit_or_delete_it_then_roles_decide() {
        User other = TestService.user();
        other.put("/v1/rooms/" + room + "/members/me", "");
        String message = "/v1/rooms/" + room + "/messages/" + other.say(room, "원문").number("seq");

        assertThat(owner.patch(message, "{\"text\":\"내 맘대로\"}").code()).isEqualTo("forbidden");
        assertThat(other.patch(message, "{\"text\":\"고침\"}").status()).isEqualTo(200);
        assertThat(owner.delete(message).status()).isEqualTo(200);
        assertThat(owner.delete(message).status()).isEqualTo(200);
        assertThat(other.patch(message, "{\"text\":\"다시\"}").code()).isEqualTo("message-deleted");
        assertThat(other.patch("/v1/rooms/" + room + "/messages/99", "{\"text\":\"x\"}").code())
                .isEqualTo("message-not-found");
    }

    @Test
    void given_more_sends_than_allowed_when_sending_then_429_says_when_to_come_back() {
        User fast = TestService.user();
        UUID own = fast.createRoom("private");

        List<Answer> answers = IntStream.range(0, 200).mapToObj(i -> fast.say(own, "빨리")).toList();

        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.code()).isEqualTo("rate-limited");
                    assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("1");
                });
    }

    @Test
    void given_another_node_that_moved_the_room_on_when_sending_then_the_next_version_is_taken() {
        owner.say(room, "이 노드에서");
        long version = TestService.bean(FeedReader.class).version(room);
        TestService.bean(PostgresEventStorageEngine.class)
                .appendEvents(
                        new GenericDomainEventMessage<>(
                                "Room",
                                room.toString(),
                                version + 1,
                                MessageSent.of(room, owner.id(), Instant.EPOCH, 2, "다른 노드에서")));

        Answer answer = owner.say(room, "다시 이 노드에서");

        assertThat(answer.number("seq")).isEqualTo(3);
        assertThat(answer.number("version")).isEqualTo(version + 2);
        assertThat(sent()).containsExactly("이 노드에서", "다른 노드에서", "다시 이 노드에서");
    }

    private List<RecordedEvent> feed() {
        return TestService.bean(FeedReader.class).read(room, FeedReader.NO_VERSION, 1_000);
    }

    private List<String> sent() {
        return feed().stream()
                .map(RecordedEvent::event)
                .filter(MessageSent.class::isInstance)
                .map(e -> ((MessageSent) e).text())
                .toList();
    }

    private static List<Long> upTo(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }
}
