package io.github.simplechat.relay.publication;

import io.github.simplechat.api.announcement.AnnouncementEvent;
import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.MsgType;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.PersonEvent;
import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.api.room.MemberEvent;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.RoomEvent;

/** What the world is told of an event. Pure: the same event always gives the same message. */
public final class Publication {

    private Publication() {}

    /** The message that says that {@code recorded} happened. */
    public static RelayMessage of(RecordedEvent recorded) {
        ChatEvent event = recorded.event();
        return new RelayMessage(
                feed(event),
                event.at(),
                MsgType.of(event),
                recorded.version(),
                event instanceof MessageEvent message ? message.seq() : null,
                event.actorId(),
                event instanceof MemberEvent member ? member.userId() : null);
    }

    private static Feed feed(ChatEvent event) {
        return switch (event) {
            case RoomEvent e -> Feed.chat(e.roomId());
            case PersonEvent e -> Feed.person(e.userId());
            case AnnouncementEvent e -> Feed.ALL;
        };
    }
}
