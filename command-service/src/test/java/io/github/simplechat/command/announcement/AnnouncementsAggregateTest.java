package io.github.simplechat.command.announcement;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.announcement.AnnouncementEvent;
import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.announcement.MakeAnnouncement;
import io.github.simplechat.command.platform.axon.AxonTestFixtures;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnnouncementsAggregateTest {

    private static final UUID ADMIN = new UUID(2, 1);
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    @Test
    void given_an_announcement_when_another_is_made_then_the_one_feed_goes_on() {
        AnnouncementMade first = new AnnouncementMade(ADMIN, AT, "biz-event", "행사");

        AxonTestFixtures.of(AnnouncementsAggregate.class)
                .given(first)
                .when(new MakeAnnouncement(ADMIN, AT, "service-check", "점검"))
                .expectEvents(new AnnouncementMade(ADMIN, AT, "service-check", "점검"))
                .expectResultMessagePayload(new Receipt(AnnouncementEvent.FEED_ID, 1, null, AT));
    }
}
