package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.query.testing.QueryService;
import io.github.simplechat.query.testing.TestTokens;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectionsHttpTest extends QueryService {

    private static final String PROJECTIONS = "/v1/admin/projections";

    private final UUID someone = UUID.randomUUID();
    private final String admin = TestTokens.of(someone, "admin");

    @Test
    void only_administrators_may_look_and_rebuild() {
        assertThat(get(someone, PROJECTIONS).problem()).isEqualTo("403 forbidden");
        assertThat(
                        send(
                                        TestTokens.of(someone, "service"),
                                        "POST",
                                        PROJECTIONS + "/rooms/rebuilds")
                                .problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void every_projection_tells_how_far_it_is() {
        await().untilAsserted(() ->
                assertThat(send(admin, "GET", PROJECTIONS).json().valueStream())
                        .hasSize(5)
                        .allSatisfy(one -> {
                            assertThat(one.path("state").asString()).isEqualTo("running");
                            assertThat(one.path("position")).isEqualTo(one.path("head"));
                            assertThat(one.path("lagMs").asLong(-1)).isZero();
                            assertThat(one.path("parked").asLong(-1)).isZero();
                        }));
    }

    @Test
    void a_rebuild_is_begun_watched_and_serves_in_the_end() {
        happened(
                new AnnouncementMade(
                        someone, Instant.parse("2026-11-22T06:00:00Z"), "biz-event", "Hear"));
        await().until(() -> get(someone, "/v1/announcements").json().path("items").size() > 0);
        JsonNode before = get(someone, "/v1/announcements").json();

        Answer begun = send(admin, "POST", PROJECTIONS + "/announcements/rebuilds");
        assertThat(begun.status()).isEqualTo(202);
        String location = begun.header("Location");
        Answer stream = send(admin, "GET", location, "Accept", "text/event-stream");

        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.text().strip().lines().reduce((a, b) -> b).orElseThrow())
                .startsWith("data:{")
                .contains("\"state\":\"done\"", "\"progress\":1.0");
        assertThat(send(admin, "GET", location).json().path("state").asString()).isEqualTo("done");
        assertThat(get(someone, "/v1/announcements").json()).isEqualTo(before);
        assertThat(send(admin, "DELETE", location).json().path("state").asString())
                .isEqualTo("done");
    }

    @Test
    void a_generation_that_served_is_listed_and_can_serve_again() {
        Answer begun = send(admin, "POST", PROJECTIONS + "/people/rebuilds");
        send(admin, "GET", begun.header("Location"), "Accept", "text/event-stream");
        JsonNode all = send(admin, "GET", PROJECTIONS + "/people/rebuilds").json();
        assertThat(all.valueStream().map(one -> one.path("state").asString())).containsOnly("done");
        assertThat(all.path(0).path("startedBy").asString()).isEqualTo(someone.toString());
        int before = all.path(1).path("generation").asInt();

        Answer back = switchTo(admin, "{\"generation\":" + before + "}");
        assertThat(back.status()).isEqualTo(202);
        send(admin, "GET", back.header("Location"), "Accept", "text/event-stream");

        assertThat(
                        send(admin, "GET", PROJECTIONS)
                                .json()
                                .valueStream()
                                .filter(one -> one.path("name").asString().equals("people"))
                                .map(one -> one.path("generation").asInt()))
                .containsExactly(before);
        assertThat(switchTo(admin, "{\"generation\":99}").problem()).isEqualTo("404 not-found");
        assertThat(switchTo(admin, "{}").problem()).isEqualTo("400 invalid-request");
        assertThat(switchTo(TestTokens.of(someone), "{\"generation\":1}").problem())
                .isEqualTo("403 forbidden");
    }

    private Answer switchTo(String token, String json) {
        return post(token, PROJECTIONS + "/people/switch", json);
    }

    @Test
    void what_is_parked_is_shown_and_only_that_can_be_retried() {
        assertThat(send(admin, "GET", PROJECTIONS + "/rooms/parked").text()).isEqualTo("[]");
        String retries = PROJECTIONS + "/rooms/parked/" + someone + "/retries";
        assertThat(send(admin, "POST", retries).problem()).isEqualTo("404 not-found");
        assertThat(send(TestTokens.of(someone), "POST", retries).problem())
                .isEqualTo("403 forbidden");
        assertThat(send(admin, "POST", PROJECTIONS + "/rooms/parked/x/retries").problem())
                .isEqualTo("400 invalid-request");
        assertThat(send(admin, "GET", PROJECTIONS + "/nothing/parked").problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void unknown_names_are_not_found() {
        assertThat(send(admin, "POST", PROJECTIONS + "/nothing/rebuilds").problem())
                .isEqualTo("404 not-found");
        String rebuild = PROJECTIONS + "/rooms/rebuilds/nothing";
        assertThat(send(admin, "GET", rebuild).problem()).isEqualTo("404 not-found");
        assertThat(send(admin, "DELETE", rebuild).problem()).isEqualTo("404 not-found");
        assertThat(send(admin, "GET", rebuild, "Accept", "text/event-stream").problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void it_is_healthy_once_it_has_caught_up() {
        assertThat(send("", "GET", "/actuator/health").text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void the_api_is_documented() {
        JsonNode docs = send("", "GET", "/v3/api-docs").json();

        assertThat(docs.path("openapi").asString()).startsWith("3.1");
        JsonNode bearer = docs.path("components").path("securitySchemes").path("bearer");
        assertThat(bearer.path("scheme").asString()).isEqualTo("bearer");
        JsonNode history = docs.path("paths").path("/v1/rooms/{roomId}/messages").path("get");
        assertThat(history.path("summary").asString()).startsWith("A page of history");
        assertThat(history.path("parameters").valueStream())
                .extracting(parameter -> parameter.path("name").asString())
                .contains("before", "limit", "minVersion")
                .doesNotContain("caller");
        assertThat(send("", "GET", "/swagger-ui.html").status()).isIn(200, 302);
    }
}
