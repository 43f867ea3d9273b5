package io.github.simplechat.query.http;

import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.query.testing.QueryService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A room in which something has happened, and people who have seen it or not. */
abstract class TeaRoom extends QueryService {

    static final Instant AT = Instant.parse("2026-11-22T06:00:00.120Z");

    final UUID anna = UUID.randomUUID();
    final UUID ben = UUID.randomUUID();
    final UUID carl = UUID.randomUUID();
    final UUID room = UUID.randomUUID();
    final UUID secret = UUID.randomUUID();
    final String tag = anna.toString().substring(0, 8);
    final String path = "/v1/rooms/" + room;
    long version;

    /** Anna's room with Ben and seven messages: the 2nd edited, the 6th deleted; Ben read 3. */
    @BeforeEach
    void somethingHasHappened() {
        happened(new PersonRegistered(anna, anna, AT, "anna" + tag, "Anna A. " + tag));
        happened(new PersonRegistered(ben, ben, AT, "ben" + tag, "Ben"));
        happened(new RoomCreated(room, anna, AT, "Tea " + tag, Visibility.PUBLIC, null));
        happened(new MemberJoined(room, anna, AT, anna, Role.OWNER, 0));
        happened(new MemberJoined(room, anna, AT, ben, Role.MEMBER, 0));
        for (long seq = 1; seq <= 7; seq++) {
            happened(
                    new MessageSent(
                            room,
                            anna,
                            AT,
                            seq,
                            "Text " + seq,
                            seq == 3 ? 1L : null,
                            seq == 3 ? 1L : null,
                            List.of(),
                            List.of()));
        }
        happened(new MessageEdited(room, anna, AT, 2, "Better", List.of()));
        version = happened(new MessageDeleted(room, anna, AT, 6));
        happened(new RoomCreated(secret, anna, AT, "Tea too " + tag, Visibility.PRIVATE, null));
        happened(new MemberJoined(secret, anna, AT, anna, Role.OWNER, 0));
        happened(new MessagesRead(ben, ben, AT, room, 3));
        happened(new NoticeReceived(ben, carl, AT, "payment", "Paid", Map.of("a.b", 1)));
        long last = happened(new NoticeReceived(ben, carl, AT, "payment", "Paid again", null));
        org.awaitility.Awaitility.await()
                .until(() ->
                        get(ben, "/v1/me/notices").json().path("version").asLong() == last
                                && unread(ben).path("total").asLong() > 0);
    }

    JsonNode unread(UUID userId) {
        return get(userId, "/v1/me/unread").json();
    }

    static List<Long> seqs(JsonNode page) {
        List<Long> seqs = new ArrayList<>();
        page.path("items").forEach(item -> seqs.add(item.path("seq").asLong()));
        return seqs;
    }
}
