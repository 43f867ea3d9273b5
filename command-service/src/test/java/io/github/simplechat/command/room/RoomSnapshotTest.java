package io.github.simplechat.command.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.room.Sanctions.Ban;
import io.github.simplechat.platform.eventstore.StateShape;
import io.github.simplechat.platform.json.ChatJson;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of a room is kept in snapshots. */
class RoomSnapshotTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    /**
     * When this fails, the stored snapshots of rooms are left out from now on, which costs time and
     * nothing else: put the new shape here.
     */
    @Test
    void given_the_state_of_a_room_then_its_shape_is_the_one_that_is_stored() {
        assertThat(StateShape.of(RoomState.Present.class)).isEqualTo("1-bcf9c77d");
    }

    @Test
    void given_a_room_with_all_that_it_can_hold_when_stored_then_it_comes_back_as_it_was() {
        Sanctions sanctions =
                Sanctions.NONE
                        .banned(UUID.randomUUID(), new Ban(AT.plusSeconds(9)), AT)
                        .banned(UUID.randomUUID(), new Ban(null), AT)
                        .muted(UUID.randomUUID(), AT.plusSeconds(9), AT);
        var room =
                RoomState.Present.opened(
                                UUID.randomUUID(),
                                false,
                                new Profile("방", Visibility.PRIVATE, null, 5))
                        .with(UUID.randomUUID(), Role.OWNER)
                        .with(UUID.randomUUID(), Role.MEMBER)
                        .with(UUID.randomUUID(), Role.MEMBER)
                        .with(sanctions)
                        .pinned(12, true)
                        .pinned(7, true)
                        .sent(UUID.randomUUID(), AT, 13);

        var restored =
                ChatJson.mapper()
                        .readValue(
                                ChatJson.mapper().writeValueAsBytes(room), RoomState.Present.class);

        assertThat(restored).isEqualTo(room);
        assertThat(restored.members().keySet()).containsExactlyElementsOf(room.members().keySet());
        assertThat(restored.pins()).isEqualTo(Set.of(7L, 12L));
    }

    /** Snapshots are stored in the clear and outlive the keys of those who wrote. */
    @Test
    void given_messages_with_all_that_they_can_say_when_stored_then_none_of_it_is_in_it() {
        UUID id = UUID.randomUUID();
        UUID me = UUID.randomUUID();
        RoomState state = new RoomState.Absent();
        for (RoomEvent event :
                List.of(
                        new RoomCreated(id, me, AT, "방", Visibility.PUBLIC, null),
                        new MessageSent(
                                id,
                                me,
                                AT,
                                1,
                                "text-secret",
                                null,
                                null,
                                List.of(),
                                List.of(
                                        new Attachment(
                                                "https://files.example.org/secret",
                                                "secret.png",
                                                "image/png",
                                                7L))),
                        new MessageEdited(id, me, AT, 1, "edit-secret", List.of()))) {
            state = RoomDecider.evolve(state, event);
        }

        assertThat(ChatJson.mapper().writeValueAsString(state))
                .contains("방")
                .doesNotContain("secret");
    }
}
