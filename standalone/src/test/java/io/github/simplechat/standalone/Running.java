package io.github.simplechat.standalone;

import io.github.simplechat.loadtest.ChatLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system in this process, on free ports, spoken to from outside. */
final class Running implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Settings settings;
    private final Assembly assembly;

    Running(Path folder) {
        List<Integer> ports = freePorts(4);
        this.settings =
                new Settings(
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        folder,
                        Optional.empty());
        this.assembly = Assembly.start(settings);
    }

    static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Closing::quietly);
        }
    }

    Stores stores() {
        return assembly.stores();
    }

    Settings settings() {
        return settings;
    }

    int play(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "play",
                                "--command-url",
                                url(settings.httpPort()),
                                "--query-url",
                                url(settings.httpPort()),
                                "--live-url",
                                "ws://localhost:" + settings.livePort() + "/ws"));
        arguments.addAll(List.of(more));
        return new CommandLine(new ChatLoad()).execute(arguments.toArray(String[]::new));
    }

    HttpResponse<String> call(
            String method, String path, @Nullable String token, @Nullable String body) {
        return call(settings.httpPort(), method, path, token, body);
    }

    HttpResponse<String> call(
            int port, String method, String path, @Nullable String token, @Nullable String body) {
        return send(request(port, method, path, token, body));
    }

    /** Posts with an idempotency key. */
    HttpResponse<String> send(String key, String path, String token, String body) {
        return send(
                request(settings.httpPort(), "POST", path, token, body)
                        .header("Idempotency-Key", key));
    }

    private static HttpRequest.Builder request(
            int port, String method, String path, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(port) + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        assembly.close();
    }
}
