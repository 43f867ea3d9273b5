package io.github.simplechat.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.command.CommandServiceApplication;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.startup.ChatApplication;
import io.github.simplechat.stores.EmbeddedPostgresql;
import io.github.simplechat.testing.axonserver.AxonServerDouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with the Axon Server profile, on the double of that server. */
@TestInstance(Lifecycle.PER_CLASS)
class AxonServerServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    private final AxonServerDouble server = AxonServerDouble.start("");
    private final ConfigurableApplicationContext context =
            ChatApplication.prepare("command-service", CommandServiceApplication.class)
                    .run(
                            postgres.arguments(
                                    "--server.port=0",
                                    "--management.server.port=0",
                                    "--chat.event-store=axon-server",
                                    "--chat.axonserver.servers=" + server.address()));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        context.close();
        server.close();
        postgres.close();
    }

    @Test
    void given_the_profile_when_messages_are_sent_over_http_then_the_log_holds_them_once()
            throws Exception {
        EventLog log = context.getBean("storedEvents", EventLog.class);
        String token =
                text(
                        post(
                                "",
                                "/v1/auth/register",
                                "{\"username\":\"minsu\",\"password\":\"password\",\"displayName\":\"민수\"}",
                                ""),
                        "accessToken");
        String room =
                text(
                        post(token, "/v1/rooms", "{\"name\":\"방\",\"visibility\":\"public\"}", ""),
                        "roomId");
        String messages = "/v1/rooms/" + room + "/messages";
        long before = log.head();

        HttpResponse<String> first = post(token, messages, "{\"text\":\"안녕\"}", "key-1");
        HttpResponse<String> again = post(token, messages, "{\"text\":\"안녕\"}", "key-1");
        HttpResponse<String> other = post(token, messages, "{\"text\":\"다른 말\"}", "key-1");
        HttpResponse<String> second = post(token, messages, "{\"text\":\"또\"}", "");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(text(second, "seq")).isEqualTo("2");
        assertThat(log.read(before, 100, Duration.ZERO))
                .extracting(RecordedEvent::event)
                .allSatisfy(event -> assertThat(event.feedId()).isEqualTo(UUID.fromString(room)))
                .extracting(event -> ((MessageSent) event).text())
                .containsExactly("안녕", "또");
    }

    private static String text(HttpResponse<String> answer, String field) {
        JsonNode value = JSON.readTree(answer.body()).path(field);
        return value.asString();
    }

    private HttpResponse<String> post(String token, String path, String body, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:"
                                                + context.getEnvironment()
                                                        .getProperty("local.server.port")
                                                + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
