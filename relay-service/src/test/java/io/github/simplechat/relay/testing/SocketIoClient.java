package io.github.simplechat.relay.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A client of Socket.IO that polls until it is told to move to a WebSocket. */
public final class SocketIoClient implements AutoCloseable {

    private static final String PATH = "/socket.io/?EIO=4&transport=";
    private static final Pattern PUSHED =
            Pattern.compile("\"relay-type\":\"chat\"[^}]*?\"version\":(\\d+)");

    private final HttpClient http;
    private final URI server;
    private final String session;
    private final List<Long> versions = new ArrayList<>();
    private @Nullable EngineClient socket;

    /** Opens a session with a token. */
    public SocketIoClient(HttpClient http, URI server, String token) {
        this.http = http;
        this.server = server;
        String open = get(PATH + "polling");
        session = "&sid=" + open.replaceAll(".*\"sid\":\"([^\"]*)\".*", "$1");
        post("40{\"token\":\"" + token + "\"}");
        String welcome = poll();
        if (!welcome.startsWith("40")) {
            throw new IllegalStateException("not let in: " + welcome);
        }
    }

    public void listen(UUID room, long since) {
        post(
                "42[\"event.client\",{\"type\":\"chat\",\"roomId\":\"%s\",\"since\":%d}]"
                        .formatted(room, since));
    }

    public void moveToWebSocket() {
        EngineClient moved =
                new EngineClient(
                        http,
                        URI.create(
                                server.toString().replaceFirst("http", "ws")
                                        + PATH
                                        + "websocket"
                                        + session));
        moved.send("2probe");
        if (!moved.next().equals("3probe")) {
            throw new IllegalStateException("the probe was not answered");
        }
        moved.send("5");
        socket = moved;
    }

    /** Reads until that version of a room has come. */
    public void awaitVersion(long version) {
        while (!versions.contains(version)) {
            String packets = socket == null ? poll() : socket.nextButPings();
            if (packets.equals("nothing")) {
                throw new IllegalStateException("nothing comes, only " + versions);
            }
            PUSHED.matcher(packets)
                    .results()
                    .map(MatchResult::group)
                    .map(frame -> Long.valueOf(frame.replaceAll(".*:", "")))
                    .forEach(versions::add);
        }
    }

    /** The versions of all frames of rooms, in the order of their arrival. */
    public List<Long> versions() {
        return List.copyOf(versions);
    }

    private String poll() {
        return get(PATH + "polling" + session);
    }

    private String get(String path) {
        return ask(HttpRequest.newBuilder(URI.create(server + path)));
    }

    private void post(String packet) {
        ask(
                HttpRequest.newBuilder(URI.create(server + PATH + "polling" + session))
                        .POST(BodyPublishers.ofString(packet)));
    }

    private String ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new Gone(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new Gone(e.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The session is no more. */
    public static final class Gone extends RuntimeException {

        private static final long serialVersionUID = 1;

        Gone(String message) {
            super(message);
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.close();
            return;
        }
        try {
            post("1");
        } catch (Gone gone) {
            // As it should be.
        }
    }
}
