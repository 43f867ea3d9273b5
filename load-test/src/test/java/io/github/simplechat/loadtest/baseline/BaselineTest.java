package io.github.simplechat.loadtest.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.fake.FakeChat;
import io.github.simplechat.loadtest.fake.Fault;
import io.github.simplechat.loadtest.fake.Troubles;
import io.github.simplechat.loadtest.progress.Progress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private FakeChat chat = new FakeChat();

    @AfterEach
    void stop() {
        chat.close();
    }

    private List<BaselineResult> measure(int rate, int threads) {
        BaselineSettings settings = new BaselineSettings(3, 4, 2, 1, 0, rate, threads, 20);
        ApiClient api = new ApiClient(chat.url(), chat.url(), new ChatHttp(Patience.DEFAULT));
        return new Baseline(settings, api, chat.feed(), Progress.silent(), Duration.ofMillis(500))
                .run();
    }

    @Test
    void open_loop_sends_what_was_asked_for_and_every_frame_is_seen() {
        BaselineResult open = measure(200, 0).getFirst();

        assertThat(open.loop()).isEqualTo("open");
        assertThat(open.accepted()).isEqualTo(200);
        assertThat(open.seconds()).isGreaterThan(0.9);
        assertThat(open.post().count()).isEqualTo(200);
        assertThat(open.framesExpected()).isEqualTo(400);
        assertThat(open.framesSeen()).isEqualTo(400);
        assertThat(open.frame().p50()).isPositive().isLessThanOrEqualTo(open.frame().max());
        assertThat(open.describe()).contains("200 accepted").contains("400 of 400");
    }

    @Test
    void closed_loop_goes_on_for_the_whole_time() {
        BaselineResult closed = measure(0, 4).getFirst();

        assertThat(closed.loop()).isEqualTo("closed");
        assertThat(closed.accepted()).isGreaterThan(100);
        assertThat(closed.failed()).isZero();
        assertThat(closed.framesSeen()).isEqualTo(closed.framesExpected());
        assertThat(closed.messagesPerSecond() * closed.seconds())
                .isCloseTo((double) closed.accepted(), org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void given_a_feed_that_loses_frames_then_they_are_missed() {
        chat.close();
        chat = new FakeChat(Fault.FRAMES_LOSE);

        BaselineResult open = measure(100, 0).getFirst();

        assertThat(open.framesExpected() - open.framesSeen()).isEqualTo(6);
    }

    @Test
    void given_a_server_that_is_away_now_and_then_then_failures_are_counted_and_not_hidden() {
        chat.troublesOnSends(Troubles.every(10, Troubles.Kind.AWAY));

        BaselineResult open = measure(100, 0).getFirst();

        assertThat(open.failed()).isEqualTo(10);
        assertThat(open.accepted()).isEqualTo(90);
    }

    @Test
    void given_limits_then_refusals_are_counted_apart() {
        chat.troublesOnSends(Troubles.every(10, Troubles.Kind.SLOW_DOWN));

        BaselineResult open = measure(100, 0).getFirst();

        assertThat(open.refused()).isEqualTo(10);
        assertThat(open.failed()).isZero();
    }
}
