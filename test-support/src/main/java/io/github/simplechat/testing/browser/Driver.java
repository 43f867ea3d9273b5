package io.github.simplechat.testing.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A process that speaks WebDriver for one browser. */
final class Driver implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern STARTED =
            Pattern.compile(".*started successfully on port (\\d+).*");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private Driver(Process process, int port) {
        this.process = process;
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    static Driver start(String program) {
        try {
            Process process =
                    new ProcessBuilder(program, "--port=0").redirectErrorStream(true).start();
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher started = STARTED.matcher(line);
                if (started.matches()) {
                    Thread.startVirtualThread(() -> output.lines().forEach(ignored -> {}));
                    return new Driver(process, Integer.parseInt(started.group(1)));
                }
            }
            throw new IllegalStateException(program + " does not start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of the answer to a command. */
    JsonNode send(String verb, String path, Map<String, ?> body) {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(PATIENCE)
                        .method(
                                verb,
                                verb.equals("POST")
                                        ? BodyPublishers.ofString(JSON.writeValueAsString(body))
                                        : BodyPublishers.noBody())
                        .build();
        try {
            JsonNode value =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("value");
            if (value.has("error")) {
                throw new IllegalStateException(
                        value.path("error").asString() + ": " + value.path("message").asString());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
