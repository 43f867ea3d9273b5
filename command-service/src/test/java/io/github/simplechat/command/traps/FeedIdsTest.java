package io.github.simplechat.command.traps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.announcement.AnnouncementEvent;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.command.room.DirectRoomId;
import org.junit.jupiter.api.Test;

/**
 * A stream is known by its id alone, whatever kind of aggregate it belongs to; with ours too. So
 * ids are of kinds that cannot meet.
 */
class FeedIdsTest {

    @Test
    void given_feeds_of_every_kind_then_their_ids_cannot_be_the_same() {
        User one = TestService.user();
        User other = TestService.user();

        assertThat(one.id().version()).isEqualTo(7);
        assertThat(one.createRoom("public").version()).isEqualTo(7);
        assertThat(DirectRoomId.of(one.id(), other.id()).version()).isEqualTo(8);
        assertThat(AnnouncementEvent.FEED_ID.version()).isZero();
    }
}
