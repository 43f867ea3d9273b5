package io.github.simplechat.command.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.ReactionEvent;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MarksOverHttpTest {

    private final User owner = TestService.user();
    private final UUID room = owner.createRoom("public");
    private final String message =
            "/v1/rooms/" + room + "/messages/" + owner.say(room, "안녕").number("seq");

    private String reaction(String emoji) {
        return message + "/reactions/" + URLEncoder.encode(emoji, StandardCharsets.UTF_8);
    }

    @Test
    void given_a_message_when_reacting_in_two_spellings_then_one_event() {
        Answer first = owner.put(reaction("\u2764"), "");
        Answer again = owner.put(reaction("\u2764\uFE0F"), "");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.number("seq")).isEqualTo(1);
        assertThat(again.number("version")).isEqualTo(first.number("version"));
        assertThat(
                        TestService.bean(FeedReader.class)
                                .latest(room, ReactionEvent.subject(1, "\u2764\uFE0F", owner.id())))
                .isPresent();
        assertThat(owner.delete(reaction("\u2764")).number("version"))
                .isEqualTo(first.number("version") + 1);
    }

    @Test
    void given_what_is_no_emoji_when_reacting_then_invalid_request() {
        for (String no : new String[] {"a", "👍👍", "1", ":smile:"}) {
            assertThat(owner.put(reaction(no), "").code()).isEqualTo("invalid-request");
        }
        assertThat(owner.put(reaction("#️⃣"), "").status()).isEqualTo(200);
    }

    @Test
    void given_a_message_when_pinned_and_unpinned_twice_then_two_events() {
        long version = owner.put(message + "/pin", "").number("version");

        assertThat(owner.put(message + "/pin", "").number("version")).isEqualTo(version);
        assertThat(owner.delete(message + "/pin").number("version")).isEqualTo(version + 1);
        assertThat(owner.delete(message + "/pin").number("version")).isEqualTo(version + 1);
    }

    @Test
    void given_an_answer_with_a_file_when_sent_then_the_event_names_thread_and_file() {
        Answer sent =
                owner.post(
                        "/v1/rooms/" + room + "/messages",
                        """
                        {"text":"답","replyTo":1,"attachments":[{"url":"https://files.example/a.png",
                        "name":"그림.png","mediaType":"image/png","size":10}]}\
                        """);

        assertThat(sent.status()).isEqualTo(201);
        assertThat(TestService.bean(FeedReader.class).latest(room, "2"))
                .get()
                .extracting(recorded -> (MessageSent) recorded.event())
                .satisfies(event -> {
                    assertThat(event.threadOf()).isEqualTo(1);
                    assertThat(event.attachments())
                            .containsExactly(
                                    new Attachment(
                                            "https://files.example/a.png",
                                            "그림.png",
                                            "image/png",
                                            10));
                });
    }
}
