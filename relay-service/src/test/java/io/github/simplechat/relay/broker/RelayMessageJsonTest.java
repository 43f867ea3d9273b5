package io.github.simplechat.relay.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayMessageJsonTest {

    private static final UUID ROOM = UUID.fromString("019a9a30-0000-7000-8000-000000000001");
    private static final UUID ADA = UUID.fromString("019a9a30-0000-7000-8000-00000000000a");
    private static final UUID BOB = UUID.fromString("019a9a30-0000-7000-8000-00000000000b");
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.1Z");

    private static final List<RelayMessage> MESSAGES =
            List.of(
                    new RelayMessage(Feed.chat(ROOM), AT, "room.created", 0L, null, ADA, null),
                    new RelayMessage(Feed.chat(ROOM), AT, "room.person.in", 1L, null, ADA, BOB),
                    new RelayMessage(Feed.chat(ROOM), AT, "room.person.out", 2L, null, BOB, BOB),
                    new RelayMessage(Feed.chat(ROOM), AT, "room.msg.new", 418L, 97L, ADA, null),
                    new RelayMessage(
                            Feed.chat(ROOM), AT, "room.person.typing", null, null, ADA, null),
                    new RelayMessage(Feed.person(BOB), AT, "person.payment", 7L, null, ADA, null),
                    new RelayMessage(Feed.person(BOB), AT, "person.\"odd\"\n", 8L, null, ADA, null),
                    new RelayMessage(Feed.ALL, AT, "all.service-check", 3L, null, ADA, null));

    /** The approved file is read by other programs' authors: change it only by adding fields. */
    @Test
    void the_redis_publish_format_is_frozen() throws IOException {
        List<String> written = MESSAGES.stream().map(RelayMessageJson::write).toList();
        assertThat(written).isEqualTo(approved());
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        assertThat(approved().stream().map(RelayMessageJson::read)).isEqualTo(MESSAGES);
    }

    private static List<String> approved() throws IOException {
        try (InputStream file =
                RelayMessageJsonTest.class.getResourceAsStream("/approved/relay-messages.jsonl")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"relay-type\":\"weather\"}",
                "{\"relay-type\":\"all\",\"timestamp\":\"noon\",\"msg-type\":\"x\",\"actorId\":\"x\"}",
                "{\"relay-type\":\"chat\",\"roomId\":\"room\"}"
            })
    void what_is_no_message_is_refused(String text) {
        assertThatThrownBy(() -> RelayMessageJson.read(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
