package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.revision.EventRevisions;
import io.github.simplechat.platform.personal.memory.InMemoryPersonalKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** Events as they were stored in an earlier revision, from the files that were approved then. */
class EventRevisionsTest {

    private static final UUID ROOM = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID ME = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");

    private final Serializer serializer =
            new EventStoreConfiguration().eventSerializer(new InMemoryPersonalKeys());

    @Test
    void given_a_sent_message_of_revision_1_when_read_then_without_mentions_and_attachments()
            throws IOException {
        assertThat(read(MessageSent.class, "1"))
                .isEqualTo(
                        new MessageSent(
                                ROOM, ME, AT, 8, "안녕 😀 \"x\"", 3L, null, List.of(), List.of()));
    }

    @Test
    void given_an_edited_message_of_revision_1_when_read_then_without_mentions()
            throws IOException {
        assertThat(read(MessageEdited.class, "1"))
                .isEqualTo(new MessageEdited(ROOM, ME, AT, 8, "고침", List.of()));
    }

    @Test
    void given_a_message_of_this_revision_when_read_then_untouched() throws IOException {
        MessageSent sent = (MessageSent) read(MessageSent.class, "2");

        assertThat(sent.mentions()).hasSize(1);
        assertThat(sent.attachments()).hasSize(1);
    }

    private Object read(Class<?> type, String revision) throws IOException {
        GenericDomainEventEntry<byte[]> stored =
                new GenericDomainEventEntry<>(
                        "Room",
                        ROOM.toString(),
                        0,
                        UUID.randomUUID().toString(),
                        AT,
                        type.getName(),
                        revision,
                        approved(type, revision),
                        "{}".getBytes(StandardCharsets.UTF_8));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(stored), serializer, EventRevisions.chain())
                .next()
                .getPayload();
    }

    private static byte[] approved(Class<?> type, String revision) throws IOException {
        String name = "/events/%s-%s.json".formatted(type.getName(), revision);
        try (InputStream file = EventRevisionsTest.class.getResourceAsStream(name)) {
            assertThat(file).as("approved file " + name).isNotNull();
            return file.readAllBytes();
        }
    }
}
