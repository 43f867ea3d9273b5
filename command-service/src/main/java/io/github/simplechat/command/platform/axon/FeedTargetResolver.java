package io.github.simplechat.command.platform.axon;

import io.github.simplechat.api.announcement.MakeAnnouncement;
import io.github.simplechat.api.person.PersonCommand;
import io.github.simplechat.api.room.RoomCommand;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/** Finds a command's aggregate by its feed, so that commands need not know of Axon. */
@Component("feedTargetResolver")
final class FeedTargetResolver implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        return new VersionedAggregateIdentifier(feedOf(command.getPayload()), null);
    }

    private static UUID feedOf(Object command) {
        return switch (command) {
            case RoomCommand c -> c.roomId();
            case PersonCommand c -> c.userId();
            case MakeAnnouncement c -> c.feedId();
            default -> throw new IllegalArgumentException("Not a command of a feed: " + command);
        };
    }
}
