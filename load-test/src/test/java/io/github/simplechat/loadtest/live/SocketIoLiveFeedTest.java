package io.github.simplechat.loadtest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** On a socket without a network, whose other end is in the test's hands. */
class SocketIoLiveFeedTest {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private boolean lets = true;
    private LiveFeed.Receiver server = new Told();

    private final class Told implements LiveFeed.Receiver {

        @Override
        public void frame(String frame) {
            told.add(frame);
        }

        @Override
        public void closed(int code, String reason) {
            told.add("closed " + code);
        }
    }

    private final class Socket implements LiveFeed.Session {

        @Override
        public void send(String packet) {
            sent.add(packet);
            if (packet.equals("40")) {
                if (lets) {
                    server.frame("40{\"sid\":\"s\"}");
                } else {
                    server.closed(1006, "gone");
                }
            }
        }

        @Override
        public void close() {
            sent.add("(closed)");
        }
    }

    private LiveFeed.Session open() throws IOException, InterruptedException {
        return new SocketIoLiveFeed(
                        (token, receiver) -> {
                            server = receiver;
                            receiver.frame("0{\"sid\":\"e\"}");
                            return new Socket();
                        })
                .open("token", new Told());
    }

    @Test
    void frames_travel_as_events_both_ways() throws Exception {
        try (LiveFeed.Session session = open()) {
            session.send("{\"topic\":\"event.client\",\"data\":{\"type\":\"all\"}}");
            server.frame("42[\"event.server\",{\"version\":3}]");
        }
        assertThat(sent)
                .containsExactly("40", "42[\"event.client\",{\"type\":\"all\"}]", "(closed)");
        assertThat(told).singleElement().asString().contains("\"data\":{\"version\":3}");
    }

    @Test
    void a_ping_is_answered() throws Exception {
        try (LiveFeed.Session _ = open()) {
            server.frame("2");
            await().until(() -> sent.contains("3"));
        }
    }

    @Test
    void given_a_server_that_lets_nobody_in_then_there_is_no_connection() {
        lets = false;

        assertThatExceptionOfType(IOException.class).isThrownBy(this::open);
        assertThat(sent).endsWith("(closed)");
    }
}
