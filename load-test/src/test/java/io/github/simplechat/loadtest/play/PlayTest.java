package io.github.simplechat.loadtest.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.conversation.Conversation;
import io.github.simplechat.loadtest.conversation.ConversationFiles;
import io.github.simplechat.loadtest.fake.FakeChat;
import io.github.simplechat.loadtest.fake.Fault;
import io.github.simplechat.loadtest.fake.Troubles;
import io.github.simplechat.loadtest.plan.RoomPlan;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.proof.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlayTest {

    private static final Conversation TALK = ConversationFiles.builtIn();
    private static final Patience QUICK =
            new Patience(Duration.ofSeconds(60), 100, millis -> Thread.sleep(Math.min(millis, 2)));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private FakeChat chat = new FakeChat();

    @AfterEach
    void stop() {
        chat.close();
    }

    private void with(Fault fault) {
        chat.close();
        chat = new FakeChat(fault);
        chat.lastSeqOfPlay(TALK.messages());
    }

    /** A sound system may take its time: looking ends as soon as all is there. */
    private boolean play(Patience patience, Conversation... conversations) {
        return play(patience, Duration.ofSeconds(20), conversations);
    }

    /** The fake's frames come with the answer, so what is not there soon never comes. */
    private boolean playUnsound(Patience patience) {
        return play(patience, Duration.ofMillis(150), TALK);
    }

    private boolean play(Patience patience, Duration settle, Conversation... conversations) {
        out.reset();
        chat.register();
        PlaySettings settings =
                new PlaySettings(
                        chat.url(),
                        chat.url(),
                        chat.url(),
                        3,
                        4,
                        0,
                        "irc",
                        settle,
                        true,
                        new PlaySettings.Credentials("admin", "admin"));
        ApiClient api = new ApiClient(chat.url(), chat.url(), new ChatHttp(patience));
        Report report = new Report(new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Play(settings, api, chat.feed(), report, Progress.silent())
                .run(List.of(conversations));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_sound_system_is_proved() {
        boolean proved = play(QUICK, TALK);

        assertThat(output())
                .contains("PROOF: 0 lost, 0 doubled, 0 out of order")
                .contains("POST to frame   p50")
                .doesNotContain("FAILED");
        assertThat(proved).isTrue();
    }

    @Test
    void several_rooms_share_their_people() {
        Conversation other = Conversation.parse("other.log", "[09:00] <mina> only one\n");

        assertThat(play(QUICK, TALK, other)).as(output()).isTrue();
    }

    @Test
    void given_a_finished_play_when_played_again_then_nothing_is_added() {
        assertThat(play(QUICK, TALK)).as(output()).isTrue();
        long changes = chat.changes();
        int people = chat.usernames().size();

        assertThat(play(QUICK, TALK)).as(output()).isTrue();

        assertThat(chat.changes()).isEqualTo(changes);
        assertThat(chat.usernames()).hasSize(people);
        assertThat(output())
                .contains("%d of them had been there before".formatted(TALK.messages()));
    }

    @ParameterizedTest
    @CsvSource({
        "2,true",
        "5,false",
        "8,false",
        "8,true",
        "23,true",
        "47,true",
        "52,false",
        "60,false",
        "71,true",
        "72,true"
    })
    void given_a_play_that_was_killed_when_played_again_then_the_room_is_whole(
            int commands, boolean applied) {
        chat.troubles(Troubles.stopAfter(commands, applied));
        try {
            assertThat(play(Patience.NONE, Duration.ZERO, TALK)).isFalse();
        } catch (RuntimeException killed) {
            assertThat(killed).hasMessageContaining("does not answer");
        }
        assertThat(chat.commands()).isGreaterThan(commands);
        chat.troubles(Troubles.NONE);

        assertThat(play(QUICK, TALK)).as(output()).isTrue();

        int steps = RoomPlan.of("irc", TALK).steps().size();
        int opening = 2;
        int listeners = 3;
        assertThat(chat.changes()).isEqualTo(opening + listeners + steps);
    }

    @ParameterizedTest
    @EnumSource(Troubles.Kind.class)
    void troubles_that_a_client_must_bear_change_nothing(Troubles.Kind kind) {
        chat.troubles(Troubles.every(7, kind));

        assertThat(play(QUICK, TALK)).as(output()).isTrue();
    }

    @Test
    void given_connections_that_break_when_listening_then_every_version_is_seen_once() {
        chat.feed().cutAfter(5);

        assertThat(play(QUICK, TALK)).as(output()).isTrue();

        assertThat(output()).doesNotContain("reconnected 0 times");
    }

    @Test
    void given_tokens_that_expire_while_connections_break_then_every_version_is_seen_once() {
        chat.feed().cutAfter(5);
        chat.troubles(Troubles.every(9, Troubles.Kind.TOKEN_EXPIRED));

        assertThat(play(QUICK, TALK)).as(output()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void given_a_fault_when_played_then_the_proof_is_red(Fault fault) {
        with(fault);

        assertThat(playUnsound(QUICK)).as(output()).isFalse();

        assertThat(output()).contains("FAILED");
        assertThat(output()).containsPattern(expected(fault));
    }

    private static String expected(Fault fault) {
        return switch (fault) {
            case HISTORY_LOSES, CHANGES_LOSE, FRAMES_LOSE, FRAMES_LOSE_LAST ->
                    "PROOF FAILED: [1-9]\\d* lost, 0 doubled, 0 out of order";
            case LOSE_MESSAGE, REBUILD_LOSES, REBUILD_HIDES -> "PROOF FAILED: [1-9]\\d* lost";
            case HISTORY_DOUBLES, CHANGES_DOUBLE, FRAMES_DOUBLE ->
                    "PROOF FAILED: 0 lost, [1-9]\\d* doubled, 0 out of order";
            case DOUBLE_MESSAGE, FORGET_KEYS, LIE_ABOUT_KEYS -> "PROOF FAILED: .*[1-9]\\d* doubled";
            case HISTORY_REORDERS, CHANGES_REORDER, FRAMES_REORDER ->
                    "PROOF FAILED: 0 lost, 0 doubled, [1-9]\\d* out of order";
            case HISTORY_CHANGES_TEXT, HISTORY_CHANGES_AUTHOR -> "FAILED +history";
            case HISTORY_SKIPS_SEQ -> "seq \\d+ stands at place \\d+";
            case UNREAD_OFF_BY_ONE -> "FAILED +unread";
            case MARKER_IGNORED -> "FAILED +read marker";
            case REBUILD_FAILS -> "it ended as failed";
        };
    }
}
