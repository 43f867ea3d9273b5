package io.github.simplechat.loadtest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.conversation.LogLine.Reason;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineParserTest {

    private static LogLine parse(String raw) {
        return LogLineParser.parse(7, raw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mina",
                "|gull|",
                "^_^",
                "a[b]c",
                "{x}",
                "back`tick",
                "\\o\\",
                "-dash-",
                "_",
                "1st",
                "Cal[] John",
                "oO[NOVA] Oo"
            })
    void any_nick_can_speak_join_leave_and_be_renamed(String nick) {
        assertThat(parse("[23:59] <" + nick + "> hi > there"))
                .isEqualTo(new LogLine.Said(7, 1439, nick, "hi > there"));
        assertThat(parse("=== " + nick + " [n=x@host]  has joined #room"))
                .isEqualTo(new LogLine.Came(7, nick));
        assertThat(parse("=== " + nick + " [n=[x] y@host]  has left #room [\"bye [for] now\"]"))
                .isEqualTo(new LogLine.Went(7, nick));
        assertThat(parse("=== " + nick + " [x@host] has quit [Ping timeout]"))
                .isEqualTo(new LogLine.Went(7, nick));
        assertThat(parse("=== " + nick + " was kicked off #room by op (flood)"))
                .isEqualTo(new LogLine.Went(7, nick));
        assertThat(parse("=== " + nick + "  is now known as b[] c "))
                .isEqualTo(new LogLine.Renamed(7, nick, "b[] c"));
    }

    @Test
    void an_action_is_a_message_that_names_its_nick() {
        assertThat(parse("[00:00]  * mina waves * twice"))
                .isEqualTo(new LogLine.Said(7, 0, "mina", "* mina waves * twice"));
    }

    @Test
    void a_notice_to_the_channel_is_a_message_of_its_nick() {
        assertThat(parse("[00:00] -bot:#room- hear this"))
                .isEqualTo(new LogLine.Said(7, 0, "bot", "hear this"));
    }

    @Test
    void blanks_of_a_text_stay_and_blanks_around_a_nick_go() {
        assertThat(parse("[09:11] <[FiDo] >  two before, two after  "))
                .isEqualTo(new LogLine.Said(7, 551, "[FiDo]", " two before, two after  "));
    }

    @Test
    void a_text_is_composed() {
        String apart = Normalizer.normalize("한글 café", Normalizer.Form.NFD);

        assertThat(parse("[09:11] <a> " + apart))
                .isEqualTo(new LogLine.Said(7, 551, "a", "한글 café"));
    }

    @Test
    void somebody_who_is_mentioned_in_a_sentence_about_names_is_not_renamed() {
        assertThat(parse("=== kim thinks that foo is now known as bar"))
                .isInstanceOf(LogLine.Aside.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "[09:00] <a>",
                "[09:00] <a> ",
                "[09:00] <a>    ",
                "[09:00]  * a",
                "[09:00]  * a  "
            })
    void a_message_without_text_is_skipped(String raw) {
        assertThat(parse(raw))
                .isInstanceOfSatisfying(
                        LogLine.Skipped.class,
                        skip -> assertThat(skip.reason()).isEqualTo(Reason.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello", "[09:00] hello", "[09:00] <> x", "[09:00] < > x", "[25:00] <a> x",
                "[09:60] <a> x", "[9:00] <a> x", "===", "=== mina", "\u0000"
            })
    void a_line_that_nobody_knows_is_skipped_as_such(String raw) {
        assertThat(parse(raw))
                .isInstanceOfSatisfying(
                        LogLine.Skipped.class,
                        skip -> assertThat(skip.reason()).isEqualTo(Reason.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=== mode/#room [+o op]  by Server",
                "=== op changed the topic of #room to: read | this",
                "=== ..[topic/#room:op] : read | this"
            })
    void what_the_server_tells_is_skipped_as_a_notice(String raw) {
        assertThat(parse(raw))
                .isInstanceOfSatisfying(
                        LogLine.Skipped.class,
                        skip -> assertThat(skip.reason()).isEqualTo(Reason.NOTICE));
    }

    @Test
    void the_limit_counts_code_points() {
        assertThat(parse("[09:00] <a> " + "👍".repeat(10_000))).isInstanceOf(LogLine.Said.class);
        assertThat(parse("[09:00] <a> " + "👍".repeat(10_001)))
                .isInstanceOfSatisfying(
                        LogLine.Skipped.class,
                        skip -> assertThat(skip.reason()).isEqualTo(Reason.TOO_LONG));
    }
}
