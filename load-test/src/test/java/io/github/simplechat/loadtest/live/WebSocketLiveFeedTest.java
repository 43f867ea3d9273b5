package io.github.simplechat.loadtest.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketLiveFeedTest {

    private final TinyWebSocketServer server = new TinyWebSocketServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocketLiveFeed feed = new WebSocketLiveFeed(client, server.url());
    private final List<String> told = new CopyOnWriteArrayList<>();

    private final LiveFeed.Receiver receiver =
            new LiveFeed.Receiver() {
                @Override
                public void frame(String frame) {
                    told.add(frame);
                }

                @Override
                public void closed(int code, String reason) {
                    told.add("closed " + code);
                }
            };

    @AfterEach
    void stop() throws IOException {
        server.close();
        client.close();
    }

    private void awaitTold(String... expected) {
        await().untilAsserted(() -> assertThat(told).containsExactly(expected));
    }

    @Test
    void the_token_travels_in_the_header_and_frames_travel_both_ways() throws Exception {
        String longFrame = "긴 글 ".repeat(300);
        try (LiveFeed.Session session = feed.open("a-token", receiver)) {
            assertThat(server.handshakes.poll(5, TimeUnit.SECONDS))
                    .containsEntry("authorization", "Bearer a-token");
            session.send("{\"안녕\":1}");
            assertThat(server.received.poll(5, TimeUnit.SECONDS)).isEqualTo("{\"안녕\":1}");

            server.text("one");
            server.fragments("tw", "o");
            server.text(longFrame);
            awaitTold("one", "two", longFrame);
        }
        awaitTold("one", "two", longFrame, "closed 1000");
    }

    @Test
    void given_a_server_that_says_goodbye_then_the_code_is_told_once() throws Exception {
        try (LiveFeed.Session _ = feed.open("t", receiver)) {
            server.text("one");
            server.bye(4008, "too slow");
            awaitTold("one", "closed 4008");
        }
        awaitTold("one", "closed 4008");
    }

    @Test
    void given_a_server_that_is_killed_then_the_end_is_told_once() throws Exception {
        try (LiveFeed.Session _ = feed.open("t", receiver)) {
            server.text("one");
            awaitTold("one");
            server.cut();
            await().until(() -> told.size() == 2);
            assertThat(told.getLast()).startsWith("closed 100");
        }
        assertThat(told).hasSize(2);
    }

    @Test
    void given_a_token_that_is_no_good_then_that_is_said() {
        server.refuse();

        assertThatExceptionOfType(LiveFeed.Refused.class)
                .isThrownBy(() -> feed.open("old", receiver));
    }

    @Test
    void given_nobody_there_then_there_is_no_connection() throws IOException {
        try (Socket bound = new Socket()) { // holds a port and does not listen on it
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI nobody = URI.create("ws://127.0.0.1:" + bound.getLocalPort() + "/ws");

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> new WebSocketLiveFeed(client, nobody).open("t", receiver))
                    .isNotInstanceOf(LiveFeed.Refused.class);
        }
    }
}
