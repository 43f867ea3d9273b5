package io.github.simplechat.loadtest.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Sends requests, with patience. A repeated request carries the same idempotency key, so repeating
 * is safe. Thread-safe; blocks the calling (virtual) thread.
 */
public final class ChatHttp {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final Patience patience;
    private final LongAdder retries;

    /** A client with its own connections. */
    public ChatHttp(Patience patience) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build(),
                patience,
                new LongAdder());
    }

    private ChatHttp(HttpClient client, Patience patience, LongAdder retries) {
        this.client = client;
        this.patience = patience;
        this.retries = retries;
    }

    /** The same connections with another patience. */
    public ChatHttp with(Patience other) {
        return new ChatHttp(client, other, retries);
    }

    /** The client underneath, for the live feed's handshakes. */
    public HttpClient client() {
        return client;
    }

    /** How often a request had to be repeated. */
    public long retries() {
        return retries.sum();
    }

    /**
     * Sends until there is an answer that is final: a success or a refusal.
     *
     * @throws ApiFailure when patience has run out
     */
    Answer exchange(Call call) {
        long begun = System.nanoTime();
        long awaySince = begun;
        int failures = 0;
        int refusals = 0;
        while (true) {
            String trouble;
            long wait;
            try {
                Answer answer = once(call);
                if (answer.status() == 429 && refusals < patience.refusals()) {
                    refusals++;
                    awaySince = System.nanoTime();
                    pause(Math.max(1, answer.retryAfterSeconds()) * 1_000);
                    continue;
                }
                if (!Patience.away(answer.status())) {
                    return answer.firstSentAt(begun);
                }
                trouble = "answers " + answer.status();
                wait = answer.retryAfterSeconds() * 1_000;
            } catch (IOException e) {
                trouble = "does not answer (" + reason(e) + ")";
                wait = 0;
            }
            failures++;
            wait = Math.clamp(wait, Patience.backoffMillis(failures), 10_000);
            if (System.nanoTime() - awaySince + wait * 1_000_000 > patience.outage().toNanos()) {
                throw new ApiFailure(
                        "%s: %s %s, and not for %d s."
                                .formatted(
                                        call,
                                        call.target().getAuthority(),
                                        trouble,
                                        patience.outage().toSeconds()));
            }
            pause(wait);
        }
    }

    private Answer once(Call call) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(call.target())
                        .timeout(ANSWER)
                        .header("Accept", "application/json, application/problem+json")
                        .method(
                                call.method(),
                                call.body() == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(
                                                JSON.writeValueAsString(call.body())));
        if (call.body() != null) {
            request.header("Content-Type", "application/json");
        }
        if (call.token() != null) {
            request.header("Authorization", "Bearer " + call.token());
        }
        if (call.key() != null) {
            request.header("Idempotency-Key", call.key());
        }
        try {
            return answer(call, client.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            throw ApiFailure.interrupted();
        }
    }

    private static Answer answer(Call call, HttpResponse<String> response) {
        return new Answer(
                call.toString(),
                response.statusCode(),
                json(response.body()),
                response.headers()
                        .firstValue("Idempotent-Replayed")
                        .map("true"::equalsIgnoreCase)
                        .orElse(false),
                response.headers().firstValue("Retry-After").map(ChatHttp::seconds).orElse(-1L),
                response.headers().firstValue("Location").orElse(""),
                0);
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static long seconds(String header) {
        return header.matches("\\d{1,5}") ? Long.parseLong(header) : -1;
    }

    private void pause(long millis) {
        retries.increment();
        try {
            patience.pause().millis(millis);
        } catch (InterruptedException e) {
            throw ApiFailure.interrupted();
        }
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
