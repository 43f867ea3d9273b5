package io.github.simplechat.relay.publication;

import static io.github.simplechat.relay.testing.TestEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.Visibility;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private final UUID room = UUID.randomUUID();
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void an_event_of_a_message_carries_its_seq() {
        assertThat(of(new MessageDeleted(room, ada, NOON, 97)))
                .isEqualTo(message(Feed.chat(room), "room.msg.deleted", 97L, ada, null));
    }

    @Test
    void a_membership_names_the_person_even_when_another_one_caused_it() {
        assertThat(of(new MemberLeft(room, ada, NOON, bob)))
                .isEqualTo(message(Feed.chat(room), "room.person.out", null, ada, bob));
    }

    @Test
    void an_event_of_the_room_itself_carries_neither() {
        assertThat(of(new RoomCreated(room, ada, NOON, "r", Visibility.PRIVATE, null)))
                .isEqualTo(message(Feed.chat(room), "room.created", null, ada, null));
    }

    @Test
    void a_notice_goes_to_its_person_under_its_own_type() {
        assertThat(of(new NoticeReceived(bob, ada, NOON, "payment", "paid", null)))
                .isEqualTo(message(Feed.person(bob), "person.payment", null, ada, null));
    }

    @Test
    void an_announcement_goes_to_everyone() {
        assertThat(of(new AnnouncementMade(ada, NOON, "new-feature", "live feeds")))
                .isEqualTo(message(Feed.ALL, "all.new-feature", null, ada, null));
    }

    private static RelayMessage of(ChatEvent event) {
        return Publication.of(new RecordedEvent(1_000, 418, event));
    }

    private static RelayMessage message(
            Feed feed, String type, @Nullable Long seq, UUID actor, @Nullable UUID subject) {
        return new RelayMessage(feed, NOON, type, 418L, seq, actor, subject);
    }
}
