package io.github.simplechat.command.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomsOverHttpTest {

    private final User owner = TestService.user();
    private final User other = TestService.user();

    @Test
    void given_a_room_when_its_settings_change_then_once_and_the_rest_stays() {
        UUID room = owner.createRoom("public");

        Answer changed = owner.patch("/v1/rooms/" + room, "{\"name\":\"새 방\",\"topic\":\"주제\"}");
        Answer again = owner.patch("/v1/rooms/" + room, "{\"name\":\"새 방\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(again.number("version")).isEqualTo(changed.number("version"));
        assertThat(last(room))
                .isInstanceOfSatisfying(
                        RoomChanged.class,
                        event -> {
                            assertThat(event.name()).isEqualTo("새 방");
                            assertThat(event.topic()).isEqualTo("주제");
                            assertThat(event.visibility()).isEqualTo(Visibility.PUBLIC);
                        });
    }

    @Test
    void given_a_version_that_was_seen_when_the_room_has_moved_on_then_412() {
        UUID room = owner.createRoom("public");
        String seen = "\"" + owner.say(room, "하나").number("version") + "\"";
        String path = "/v1/rooms/" + room;

        assertThat(owner.patch(path, "{\"name\":\"a\"}", "If-Match", seen).status()).isEqualTo(200);
        Answer late = owner.patch(path, "{\"name\":\"b\"}", "If-Match", seen);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("version-conflict");
        assertThat(owner.post(path + "/archive", "", "If-Match", seen).status()).isEqualTo(412);
        assertThat(owner.patch(path, "{\"name\":\"c\"}", "If-Match", "*").status()).isEqualTo(200);
        assertThat(owner.patch(path, "{\"name\":\"c\"}", "If-Match", "3").code())
                .isEqualTo("invalid-request");
    }

    @Test
    void given_an_owner_when_archiving_then_nobody_writes_and_the_key_gives_the_first_answer() {
        UUID room = owner.createRoom("public");
        String archive = "/v1/rooms/" + room + "/archive";

        Answer first = owner.post(archive, "", "Idempotency-Key", "a-" + room);
        Answer again = owner.post(archive, "", "Idempotency-Key", "a-" + room);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.response().headers().firstValue("Idempotent-Replayed")).hasValue("true");
        Answer refused = owner.say(room, "아직?");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("room-archived");
    }

    @Test
    void given_slow_mode_when_a_member_hurries_then_429_says_how_long_to_wait() {
        UUID room = owner.createRoom("public");
        other.put("/v1/rooms/" + room + "/members/me", "");
        owner.patch("/v1/rooms/" + room, "{\"slowModeSeconds\":600}");
        assertThat(other.say(room, "하나").status()).isEqualTo(201);

        Answer refused = other.say(room, "둘");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("slow-mode");
        assertThat(retryAfter(refused)).isBetween(1L, 600L);
    }

    @Test
    void given_two_people_when_both_open_their_room_at_once_then_it_is_one() throws Exception {
        List<Callable<Answer>> requests =
                IntStream.range(0, 16)
                        .<Callable<Answer>>mapToObj(i ->
                                i % 2 == 0
                                        ? () -> owner.put("/v1/dms/" + other.id(), "")
                                        : () -> other.put("/v1/dms/" + owner.id(), ""))
                        .toList();

        UUID room = DirectRoomId.of(owner.id(), other.id());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                assertThat(answer.get().status()).isEqualTo(200);
                assertThat(answer.get().text("roomId")).isEqualTo(room.toString());
            }
        }

        assertThat(feed(room)).hasSize(3);
        assertThat(feed(room).getFirst().event()).isInstanceOf(DirectRoomCreated.class);
        assertThat(owner.say(room, "안녕").status()).isEqualTo(201);
        assertThat(other.say(room, "안녕").status()).isEqualTo(201);
        assertThat(other.delete("/v1/rooms/" + room + "/members/me").code())
                .isEqualTo("direct-room");
    }

    @Test
    void given_nobody_or_oneself_when_opening_a_direct_room_then_refused() {
        assertThat(owner.put("/v1/dms/" + UUID.randomUUID(), "").code())
                .isEqualTo("person-not-found");
        assertThat(owner.put("/v1/dms/" + owner.id(), "").code()).isEqualTo("invalid-request");
    }

    @Test
    void given_as_many_rooms_as_allowed_when_coming_into_one_more_then_refused_by_every_door() {
        List<UUID> rooms =
                IntStream.range(0, 10).mapToObj(i -> other.createRoom("public")).toList();
        UUID room = owner.createRoom("public");
        String members = "/v1/rooms/" + room + "/members/";

        Answer refused = other.put(members + "me", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("too-many-rooms");
        assertThat(owner.put(members + other.id(), "").code()).isEqualTo("too-many-rooms");
        assertThat(other.post("/v1/rooms", "{\"name\":\"x\",\"visibility\":\"public\"}").code())
                .isEqualTo("too-many-rooms");
        String invitations = "/v1/rooms/" + room + "/invitations";
        owner.post(invitations, "{\"userId\":\"" + other.id() + "\"}");
        assertThat(other.post(invitations + "/accept", "").code()).isEqualTo("too-many-rooms");

        assertThat(other.put("/v1/rooms/" + rooms.getFirst() + "/members/me", "").status())
                .isEqualTo(200);
        assertThat(other.put("/v1/dms/" + owner.id(), "").status()).isEqualTo(200);
        other.delete("/v1/rooms/" + rooms.getFirst() + "/members/me");
        assertThat(other.post(invitations + "/accept", "").status()).isEqualTo(200);
    }

    @Test
    void given_a_member_when_muted_and_banned_then_refusals_say_until_when() {
        UUID room = owner.createRoom("public");
        String member = "/v1/rooms/" + room + "/members/" + other.id();
        String ban = "/v1/rooms/" + room + "/bans/" + other.id();
        owner.put(member, "");
        String until = Instant.now().plusSeconds(600).toString();

        assertThat(owner.patch(member, "{\"mutedUntil\":\"" + until + "\"}").status())
                .isEqualTo(200);
        Answer muted = other.say(room, "글");
        assertThat(muted.status()).isEqualTo(403);
        assertThat(muted.code()).isEqualTo("muted");
        assertThat(retryAfter(muted)).isBetween(1L, 600L);
        assertThat(owner.patch(member, "{\"mutedUntil\":null}").status()).isEqualTo(200);
        assertThat(other.say(room, "글").status()).isEqualTo(201);

        assertThat(owner.put(ban, "{\"until\":\"" + until + "\"}").status()).isEqualTo(200);
        assertThat(other.say(room, "글").code()).isEqualTo("not-a-member");
        Answer banned = other.put("/v1/rooms/" + room + "/members/me", "");
        assertThat(banned.status()).isEqualTo(403);
        assertThat(banned.code()).isEqualTo("banned");
        assertThat(retryAfter(banned)).isBetween(1L, 600L);
        assertThat(owner.put(ban, "").status()).isEqualTo(200);
        assertThat(owner.delete(ban).status()).isEqualTo(200);
        assertThat(other.put("/v1/rooms/" + room + "/members/me", "").status()).isEqualTo(200);
    }

    @Test
    void given_an_owner_when_naming_a_moderator_then_they_moderate() {
        UUID room = owner.createRoom("public");
        String member = "/v1/rooms/" + room + "/members/" + other.id();
        User third = TestService.user();
        owner.put(member, "");

        assertThat(owner.patch(member, "{\"role\":\"moderator\"}").status()).isEqualTo(200);
        assertThat(other.put("/v1/rooms/" + room + "/members/" + third.id(), "").status())
                .isEqualTo(200);
        assertThat(other.patch(member, "{\"role\":\"owner\"}").code()).isEqualTo("forbidden");
    }

    private static long retryAfter(Answer answer) {
        return Long.parseLong(answer.response().headers().firstValue("Retry-After").orElseThrow());
    }

    private static List<RecordedEvent> feed(UUID room) {
        return TestService.bean(FeedReader.class).read(room, FeedReader.NO_VERSION, 100);
    }

    private static Object last(UUID room) {
        return feed(room).getLast().event();
    }
}
