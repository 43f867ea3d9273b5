package io.github.simplechat.relay.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.relay.gateway.CloseReason;
import io.github.simplechat.relay.gateway.Frame;
import io.github.simplechat.relay.gateway.FrameFixture;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Frame FRAME = FrameFixture.about(Feed.ALL);

    private final Outbox outbox = new Outbox(4L * FRAME.length());

    @Test
    void one_writer_is_asked_for_until_it_has_found_nothing_more() {
        assertThat(outbox.add(FRAME)).isTrue();
        assertThat(outbox.ping()).isFalse();
        assertThat(outbox.next()).isEqualTo(new Outbox.Text(FRAME));
        assertThat(outbox.add(FRAME)).isFalse();
        assertThat(outbox.next()).isEqualTo(new Outbox.Ping());
        assertThat(outbox.next()).isEqualTo(new Outbox.Text(FRAME));
        assertThat(outbox.next()).isNull();
        assertThat(outbox.add(FRAME)).isTrue();
    }

    @Test
    void what_waits_goes_out_before_an_ordinary_end_and_nothing_after_it() {
        outbox.add(FRAME);
        outbox.end(CloseReason.TOKEN_EXPIRED);
        outbox.end(CloseReason.SHUTTING_DOWN);
        outbox.add(FRAME);
        outbox.ping();
        assertThat(outbox.next()).isEqualTo(new Outbox.Text(FRAME));
        assertThat(outbox.next()).isEqualTo(new Outbox.End(CloseReason.TOKEN_EXPIRED));
        assertThat(outbox.next()).isNull();
    }

    @Test
    void a_frame_above_the_capacity_ends_it_without_sending_the_rest() {
        for (int i = 0; i < 4; i++) {
            outbox.add(FRAME);
        }
        outbox.add(FRAME);
        assertThat(outbox.next()).isEqualTo(new Outbox.End(CloseReason.TOO_SLOW));
        assertThat(outbox.next()).isNull();
    }

    @Test
    void the_frame_that_is_being_written_counts() {
        for (int i = 0; i < 4; i++) {
            outbox.add(FRAME);
        }
        outbox.next();
        outbox.add(FRAME);
        assertThat(outbox.next()).isEqualTo(new Outbox.End(CloseReason.TOO_SLOW));
    }

    @Test
    void who_waits_for_room_goes_on_when_half_is_free() {
        for (int i = 0; i < 4; i++) {
            outbox.add(FRAME);
        }
        CompletableFuture<Boolean> room = CompletableFuture.supplyAsync(outbox::awaitRoom);
        outbox.next();
        outbox.next();
        assertThat(room).isNotDone();
        outbox.next();
        assertThat(room.join()).isTrue();
    }

    @Test
    void who_waits_for_room_is_told_when_the_connection_is_gone() {
        for (int i = 0; i < 4; i++) {
            outbox.add(FRAME);
        }
        CompletableFuture<Boolean> room = CompletableFuture.supplyAsync(outbox::awaitRoom);
        outbox.discard();
        await().until(room::isDone);
        assertThat(room.join()).isFalse();
        assertThat(outbox.next()).isNull();
    }
}
