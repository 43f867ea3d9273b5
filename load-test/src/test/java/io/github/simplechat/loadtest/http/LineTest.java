package io.github.simplechat.loadtest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final byte[] REQUEST = Line.post("/x", "token", "", "{}");

    /** A server that answers each request on each connection with the next of some answers. */
    private static Line line(String... answers) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(server, answers));
        return new Line(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    private static void serve(ServerSocket server, String... answers) {
        try (server) {
            Socket socket = server.accept();
            for (String answer : answers) {
                if (socket.getInputStream().readNBytes(REQUEST.length).length < REQUEST.length) {
                    socket = server.accept();
                    socket.getInputStream().readNBytes(REQUEST.length);
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String onTheWire(String text) {
        return text.replace("\n", "\r\n");
    }

    @Test
    void a_request_is_what_a_server_expects() {
        assertThat(new String(Line.post("/x", "abc", "K: v\r\n", "{}"), StandardCharsets.UTF_8))
                .isEqualTo(
                        onTheWire(
                                """
                                POST /x HTTP/1.1
                                Host: localhost
                                Authorization: Bearer abc
                                Content-Type: application/json
                                Content-Length: 2
                                K: v

                                {}\
                                """));
    }

    @Test
    void given_bodies_of_both_kinds_then_the_next_answer_is_read_from_its_beginning()
            throws IOException {
        try (Line line =
                line(
                        "HTTP/1.1 201 \r\nContent-Length: 5\r\n\r\nabcde",
                        onTheWire(
                                """
                                HTTP/1.1 200
                                Transfer-Encoding: chunked

                                3
                                abc
                                a
                                0123456789
                                0

                                """),
                        "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n")) {
            assertThat(line.exchange(REQUEST).status()).isEqualTo(201);
            assertThat(line.exchange(REQUEST).body()).asString().isEqualTo("abc0123456789");
            assertThat(line.exchange(REQUEST).status()).isEqualTo(404);
        }
    }

    @Test
    void given_a_server_that_closes_then_the_next_request_has_a_new_connection()
            throws IOException {
        try (Line line =
                line(
                        "HTTP/1.1 201 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                        "HTTP/1.1 202 \r\nContent-Length: 0\r\n\r\n")) {
            assertThat(line.exchange(REQUEST).status()).isEqualTo(201);
            assertThat(line.exchange(REQUEST).status()).isEqualTo(202);
        }
    }

    @Test
    void given_a_server_that_goes_away_then_it_fails() throws IOException {
        try (Line line = line("HTTP/1.1 20")) {
            assertThatThrownBy(() -> line.exchange(REQUEST)).isInstanceOf(EOFException.class);
        }
    }
}
