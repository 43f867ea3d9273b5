package io.github.simplechat.command.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DirectRoomIdTest {

    private static final UUID ONE = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01990000-0000-7000-8000-000000000002");

    @Test
    void given_two_people_when_either_asks_then_the_id_is_the_same_for_ever() {
        assertThat(DirectRoomId.of(ONE, OTHER))
                .isEqualTo(DirectRoomId.of(OTHER, ONE))
                .isEqualTo(UUID.fromString("ef20eb26-fd3c-8197-8c70-7f0fff114c8f"));
    }

    @Test
    void given_an_id_when_looked_at_then_its_version_tells_a_direct_room_from_all_else() {
        UUID room = DirectRoomId.of(ONE, OTHER);

        assertThat(room.version()).isEqualTo(8);
        assertThat(room.variant()).isEqualTo(2);
        assertThat(DirectRoomId.isOne(room)).isTrue();
        assertThat(DirectRoomId.isOne(Generators.timeBasedEpochGenerator().generate())).isFalse();
    }
}
