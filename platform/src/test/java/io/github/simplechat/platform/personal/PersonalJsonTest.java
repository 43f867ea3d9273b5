package io.github.simplechat.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.platform.personal.memory.InMemoryPersonalKeys;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PersonalJsonTest {

    private static final UUID ROOM = UUID.randomUUID();
    private static final UUID ME = UUID.randomUUID();
    private static final UUID YOU = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
    private static final List<Attachment> FILES =
            List.of(new Attachment("https://files.example/비밀", "비밀.png", "image/png", 7));

    private final InMemoryPersonalKeys keys = new InMemoryPersonalKeys();
    private final Seal seal = new Seal(keys);
    private final JsonMapper json =
            ChatJson.configure(JsonMapper.builder()).addModule(PersonalJson.module(seal)).build();

    static Stream<ChatEvent> personal() {
        return Stream.of(
                new MessageSent(ROOM, ME, AT, 1, "비밀", 1L, null, List.of(YOU), FILES),
                new MessageEdited(ROOM, ME, AT, 1, "비밀", List.of(YOU)),
                new PersonRegistered(ME, YOU, AT, "비밀", "비밀"),
                new PersonChanged(ME, YOU, AT, "비밀"),
                new NoticeReceived(ME, YOU, AT, "payment", "비밀", Map.of("비밀", List.of(1, 2))));
    }

    @ParameterizedTest
    @MethodSource("personal")
    void given_an_event_with_personal_text_when_written_then_sealed_and_read_as_it_was(
            ChatEvent event) {
        String written = json.writeValueAsString(event);

        assertThat(ChatJson.mapper().writeValueAsString(event)).contains("비밀");
        assertThat(written).doesNotContain("비밀", "files.example");
        assertThat(json.writeValueAsString(event)).isNotEqualTo(written);
        assertThat(json.readValue(written, event.getClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("personal")
    void given_an_event_from_before_there_were_seals_when_read_then_as_it_was(ChatEvent event) {
        String plain = ChatJson.mapper().writeValueAsString(event);

        assertThat(json.readValue(plain, event.getClass())).isEqualTo(event);
    }

    @Test
    void given_an_erased_author_when_read_then_nothing_is_left_but_the_frame() {
        List<String> written = personal().map(json::writeValueAsString).toList();

        keys.erase(ME);

        assertThat(json.readValue(written.get(0), MessageSent.class))
                .isEqualTo(
                        new MessageSent(ROOM, ME, AT, 1, null, 1L, null, List.of(YOU), List.of()));
        assertThat(json.readValue(written.get(2), PersonRegistered.class))
                .isEqualTo(new PersonRegistered(ME, YOU, AT, null, null));
        assertThat(json.readValue(written.get(4), NoticeReceived.class))
                .isEqualTo(new NoticeReceived(ME, YOU, AT, "payment", null, null));
    }

    @Test
    void given_others_in_the_room_when_one_is_erased_then_their_text_stays() {
        String mine = json.writeValueAsString(MessageSent.of(ROOM, ME, AT, 1, "비밀"));
        MessageSent yours = MessageSent.of(ROOM, YOU, AT, 2, "공개");
        String written = json.writeValueAsString(yours);

        keys.erase(ME);

        assertThat(json.readValue(mine, MessageSent.class).text()).isNull();
        assertThat(json.readValue(written, MessageSent.class)).isEqualTo(yours);
    }

    @Test
    void given_no_text_and_no_files_when_written_then_nothing_is_sealed() {
        MessageSent event =
                new MessageSent(ROOM, ME, AT, 1, null, null, null, List.of(), List.of());

        assertThat(json.writeValueAsString(event))
                .isEqualTo(ChatJson.mapper().writeValueAsString(event));
    }

    @Test
    void given_texts_that_look_like_something_else_when_read_then_as_they_were() {
        for (String text : List.of("[\"AAAA\"]", "", " ", "\u0000", "😀".repeat(10_000))) {
            MessageSent event = MessageSent.of(ROOM, ME, AT, 1, text);

            assertThat(json.readValue(json.writeValueAsString(event), MessageSent.class))
                    .isEqualTo(event);
            assertThat(
                            json.readValue(
                                    ChatJson.mapper().writeValueAsString(event), MessageSent.class))
                    .isEqualTo(event);
        }
    }

    @Test
    void given_a_sealed_text_that_was_changed_when_read_then_an_error() {
        keys.sealing(YOU);
        ObjectNode written =
                (ObjectNode)
                        json.readTree(
                                json.writeValueAsString(MessageSent.of(ROOM, ME, AT, 1, "비밀")));
        byte[] sealed = Base64.getDecoder().decode(written.path("text").path(0).asString());

        for (int at : new int[] {16, 30, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> seal.open(changed)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> seal.open(new byte[7])).isInstanceOf(IllegalStateException.class);
        ArrayNode cut = written.putArray("text").add("AAAA");
        assertThat(cut.size()).isEqualTo(1);
        assertThatThrownBy(() -> json.treeToValue(written, MessageSent.class))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }
}
