package io.github.simplechat.query.testing;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.query.QueryServiceApplication;
import io.github.simplechat.query.rebuild.ProjectionEngine;
import io.github.simplechat.stores.EmbeddedMongo;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole service over HTTP, on a real PostgreSQL and the embedded document store. */
@SpringBootTest(
        classes = QueryServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=platform,query-service",
            "management.server.port=0",
            "chat.query.projections.drop-after=100ms"
        })
@Import(TestTokens.class)
public abstract class QueryService {

    private static final EmbeddedPostgresql POSTGRES = EmbeddedPostgresql.temporary();
    private static final EmbeddedMongo MONGO = EmbeddedMongo.start();

    static {
        SpringApplication.getShutdownHandlers().add(POSTGRES::close);
    }

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort private int port;
    @Autowired private PostgresEventStorageEngine store;
    @Autowired private FeedReader feeds;
    @Autowired private ProjectionEngine engine;

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60)); // for busy machines
    }

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry settings) {
        POSTGRES.environment().forEach((name, value) -> settings.add(name, () -> value));
        settings.add("CHAT_MONGODB_URI", MONGO::url);
        settings.add("CHAT_SEARCH_FOLDER", QueryService::newFolder);
    }

    private static String newFolder() {
        try {
            return Files.createTempDirectory("search").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void caughtUp() {
        org.awaitility.Awaitility.await().until(engine::isCaughtUp);
    }

    /** Appends an event as the next one of its feed; returns its version. */
    protected long happened(ChatEvent event) {
        long version = feeds.version(event.feedId()) + 1;
        store.appendEvents(
                new GenericDomainEventMessage<>(
                        event.getClass().getSimpleName(),
                        event.feedId().toString(),
                        version,
                        event));
        return version;
    }

    /** Where a path of the service is. */
    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Asks as a person. */
    protected Answer get(UUID userId, String path, String... headers) {
        return send(TestTokens.of(userId), "GET", path, headers);
    }

    /** Posts JSON as a person. */
    protected Answer post(UUID userId, String path, String json) {
        return post(TestTokens.of(userId), path, json);
    }

    /** Posts JSON with a token. */
    protected Answer post(String token, String path, String json) {
        return send(
                token,
                "POST",
                path,
                HttpRequest.BodyPublishers.ofString(json),
                "Content-Type",
                "application/json");
    }

    /** Sends any request with a token. */
    protected Answer send(String token, String verb, String path, String... headers) {
        return send(token, verb, path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    private Answer send(
            String token,
            String verb,
            String path,
            HttpRequest.BodyPublisher body,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path))).method(verb, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return ChatJson.mapper().readTree(response.body());
        }

        /** The status and the code of a problem, such as {@code 403 not-a-member}. */
        public String problem() {
            return status() + " " + json().path("code").asString("");
        }
    }
}
