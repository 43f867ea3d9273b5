package io.github.simplechat.loadtest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.conversation.LogLine.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationTest {

    @Test
    void given_an_old_style_action_when_its_nick_is_somebody_then_it_is_a_message() {
        Conversation log =
                Conversation.parse("l", "=== mina nods\n=== else nods\n[09:00] <mina> yes\n");

        assertThat(log.lines().get(0)).isEqualTo(new LogLine.Said(1, -1, "mina", "* mina nods"));
        assertThat(log.skipped()).containsOnlyKeys(Reason.UNKNOWN);
        assertThat(log.messages()).isEqualTo(2);
    }

    @Test
    void every_line_is_accounted_for_with_any_line_end() {
        Conversation log = Conversation.parse("l", "[09:00] <a> x\r\n\r\nwhat\r\n[09:00] <a> y");

        assertThat(log.lines()).extracting(LogLine::number).containsExactly(1, 2, 3, 4);
        assertThat(log.lines().get(0)).isEqualTo(new LogLine.Said(1, 540, "a", "x"));
        assertThat(log.skipped()).containsOnlyKeys(Reason.EMPTY, Reason.UNKNOWN);
        assertThat(Conversation.parse("l", "").lines()).isEmpty();
    }

    @Test
    void the_digest_tells_names_and_contents_apart() {
        String digest = Conversation.parse("a", "x").digest();

        assertThat(Conversation.parse("a", "x").digest()).isEqualTo(digest).hasSize(16);
        assertThat(Conversation.parse("b", "x").digest()).isNotEqualTo(digest);
        assertThat(Conversation.parse("a", "y").digest()).isNotEqualTo(digest);
    }

    @Test
    void the_built_in_conversation_has_everything_that_is_hard() {
        Conversation log = ConversationFiles.builtIn();

        assertThat(log.skipped()).isEqualTo(Map.of());
        assertThat(log.messages()).isGreaterThan(50);
        assertThat(log.lines()).hasAtLeastOneElementOfType(LogLine.Came.class);
        assertThat(log.lines()).hasAtLeastOneElementOfType(LogLine.Went.class);
        assertThat(log.lines()).hasAtLeastOneElementOfType(LogLine.Renamed.class);
    }

    @Test
    void the_built_in_conversation_is_stored_partly_decomposed() throws Exception {
        try (var in = ConversationFiles.class.getResourceAsStream("small-talk.log")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(text).contains("\u1112\u1161\u11ab").contains("e\u0301");
        }
    }
}
