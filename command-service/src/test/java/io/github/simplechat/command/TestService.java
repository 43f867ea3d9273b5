package io.github.simplechat.command;

import io.github.simplechat.platform.startup.ChatApplication;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on a real PostgreSQL, spoken to over HTTP. Shared by all tests of the module.
 */
public final class TestService {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final EmbeddedPostgresql POSTGRES = EmbeddedPostgresql.temporary();
    private static final ConfigurableApplicationContext CONTEXT = start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private TestService() {}

    private static ConfigurableApplicationContext start() {
        Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
        return start(
                "--chat.account.admin-username=admin",
                "--chat.account.admin-password=admin-password",
                "--chat.account.logins.per-name=60",
                "--chat.account.logins.per-address=1000",
                "--chat.room.max-rooms=10",
                "--chat.room.send-burst=50",
                "--chat.room.sends-per-second=5");
    }

    /** Another node on the same database, with settings of its own; to be closed by the caller. */
    public static ConfigurableApplicationContext start(String... settings) {
        return ChatApplication.prepare("command-service", CommandServiceApplication.class)
                .run(
                        POSTGRES.arguments(
                                Stream.concat(
                                                Stream.of(
                                                        "--server.port=0",
                                                        "--management.server.port=0"),
                                                Arrays.stream(settings))
                                        .toArray(String[]::new)));
    }

    /** Statements that the service may not execute. */
    public static JdbcTemplate owner() {
        return new JdbcTemplate(
                new DriverManagerDataSource(
                        POSTGRES.url(), POSTGRES.owner().username(), POSTGRES.owner().password()));
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    public static <T> Collection<T> beans(Class<T> type) {
        return CONTEXT.getBeansOfType(type).values();
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    public static int port() {
        return port(CONTEXT);
    }

    public static int port(ConfigurableApplicationContext node) {
        return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** An answer: status, headers, and the body as JSON. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String text(String field) {
            return json().path(field).asString();
        }

        public long number(String field) {
            return json().path(field).asLong();
        }

        public String code() {
            return text("code");
        }
    }

    /** Somebody with an access token. */
    public record User(UUID id, String token) {
        public Answer post(String path, String body, String... headers) {
            return call(token, "POST", path, body, headers);
        }

        public Answer put(String path, String body) {
            return call(token, "PUT", path, body);
        }

        public Answer patch(String path, String body, String... headers) {
            return call(token, "PATCH", path, body, headers);
        }

        public Answer delete(String path) {
            return delete(path, "");
        }

        public Answer delete(String path, String body) {
            return call(token, "DELETE", path, body);
        }

        public UUID createRoom(String visibility) {
            return UUID.fromString(
                    post("/v1/rooms", "{\"name\":\"방\",\"visibility\":\"" + visibility + "\"}")
                            .text("roomId"));
        }

        public Answer say(UUID roomId, String text, String... headers) {
            return post(
                    "/v1/rooms/" + roomId + "/messages",
                    JSON.writeValueAsString(Map.of("text", text)),
                    headers);
        }
    }

    public static User user() {
        return user("u" + UUID.randomUUID().toString().substring(0, 12));
    }

    public static User user(String name) {
        return user(
                call(
                        null,
                        "POST",
                        "/v1/auth/register",
                        "{\"username\":\"%s\",\"password\":\"password\",\"displayName\":\"사람\"}"
                                .formatted(name)));
    }

    public static User admin() {
        return user(
                call(
                        null,
                        "POST",
                        "/v1/auth/login",
                        "{\"username\":\"admin\",\"password\":\"admin-password\"}"));
    }

    private static User user(Answer tokens) {
        return new User(UUID.fromString(tokens.text("userId")), tokens.text("accessToken"));
    }

    public static Answer call(
            @Nullable String token, String method, String path, String body, String... headers) {
        return call(port(), token, method, path, body, headers);
    }

    public static Answer call(
            int port,
            @Nullable String token,
            String method,
            String path,
            String body,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
