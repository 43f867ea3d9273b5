package io.github.simplechat.command.announcement;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.announcement.AnnouncementEvent;
import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.announcement.MakeAnnouncement;
import io.github.simplechat.command.platform.axon.FeedAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The one stream of announcements. It has no rule but that it is append-only. */
@Aggregate(
        type = "Announcements",
        repository = "announcements",
        commandTargetResolver = "feedTargetResolver")
class AnnouncementsAggregate extends FeedAggregate<AnnouncementsAggregate.Nothing> {

    /** No announcement depends on another. */
    record Nothing() {}

    AnnouncementsAggregate() {
        super(new Nothing());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(MakeAnnouncement command) {
        AggregateLifecycle.apply(
                new AnnouncementMade(
                        command.actorId(), command.at(), command.type(), command.text()));
        return new Receipt(command.feedId(), AggregateLifecycle.getVersion(), null, command.at());
    }

    @EventSourcingHandler
    void on(AnnouncementMade event) {
        feedId = AnnouncementEvent.FEED_ID;
    }
}
