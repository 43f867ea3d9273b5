package io.github.simplechat.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.Revision;
import io.github.simplechat.api.person.InvitationClosed;
import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonChanged;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionRemoved;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of every event as it lies in stores for ever. The files are named by class and revision:
 * a moved class, a renamed field or a changed type turns this red, and must.
 */
class EventJsonTest {

    private static final UUID ROOM = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID ME = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final UUID YOU = UUID.fromString("01990000-0000-7000-8000-000000000003");
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T06:00:00Z");

    static Stream<ChatEvent> events() {
        return Stream.of(
                new RoomCreated(ROOM, ME, AT, "첫 방", Visibility.PRIVATE, "주제"),
                new MemberJoined(ROOM, ME, AT, YOU, Role.MODERATOR, 7),
                new MemberLeft(ROOM, ME, AT, YOU),
                new DirectRoomCreated(ROOM, ME, AT, YOU),
                new RoomChanged(ROOM, ME, AT, "새 이름", Visibility.PUBLIC, null, 30),
                new RoomArchived(ROOM, ME, AT),
                new MemberRoleChanged(ROOM, ME, AT, YOU, Role.OWNER),
                new MemberMuted(ROOM, ME, AT, YOU, LATER),
                new MemberBanned(ROOM, ME, AT, YOU, LATER),
                new MemberUnbanned(ROOM, ME, AT, YOU),
                new MessageSent(
                        ROOM,
                        ME,
                        AT,
                        8,
                        "안녕 😀 \"x\"",
                        3L,
                        2L,
                        List.of(YOU),
                        List.of(
                                new Attachment(
                                        "https://files.example/1", "고양이.png", "image/png", 7))),
                new ReactionAdded(ROOM, ME, AT, 8, "👍"),
                new ReactionRemoved(ROOM, ME, AT, 8, "👍"),
                new MessagePinned(ROOM, ME, AT, 8),
                new MessageUnpinned(ROOM, ME, AT, 8),
                new MessageEdited(ROOM, ME, AT, 8, "고침", List.of(YOU)),
                new MessageDeleted(ROOM, ME, AT, 8),
                new PersonRegistered(ME, ME, AT, "me", "나"),
                new PersonChanged(ME, ME, AT, "새 나"),
                new PersonErased(ME, ME, AT),
                new PersonMentioned(ME, YOU, AT, ROOM, 8),
                new PersonInvited(ME, YOU, AT, ROOM),
                new InvitationClosed(ME, ME, AT, ROOM, true),
                new MessagesRead(ME, ME, AT, ROOM, 8),
                new NoticeReceived(ME, YOU, AT, "payment", "결제", Map.of("amount", 1000)),
                new AnnouncementMade(ME, AT, "service-check", "점검"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void given_an_event_when_written_then_as_it_was_approved(ChatEvent event) throws IOException {
        assertThat(ChatJson.mapper().writeValueAsString(event)).isEqualTo(approved(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void given_approved_json_when_read_then_the_event(ChatEvent event) throws IOException {
        assertThat(ChatJson.mapper().readValue(approved(event), event.getClass())).isEqualTo(event);
    }

    @Test
    void given_all_kinds_of_event_then_each_is_approved_here() {
        assertThat(events().map(Object::getClass))
                .hasSameElementsAs(leaves(ChatEvent.class).toList());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventJsonTest::leaves)
                : Stream.of(type);
    }

    private static String approved(ChatEvent event) throws IOException {
        String name =
                "/events/%s-%s.json"
                        .formatted(
                                event.getClass().getName(),
                                Objects.requireNonNull(
                                                event.getClass().getAnnotation(Revision.class))
                                        .value());
        try (InputStream file = EventJsonTest.class.getResourceAsStream(name)) {
            assertThat(file).as("approved file " + name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
