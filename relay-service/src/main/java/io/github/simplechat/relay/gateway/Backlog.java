package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.publication.Publication;
import java.util.List;

/**
 * What a subscriber has not seen yet, sent page by page from the event store until there is so
 * little left that the feed itself goes on. The store is never behind a feed, so each round either
 * sends something or ends in going live.
 */
final class Backlog {

    private final FeedHub hub;
    private final OpenFeed feed;
    private final Subscriber subscriber;

    Backlog(FeedHub hub, OpenFeed feed, Subscriber subscriber) {
        this.hub = hub;
        this.feed = feed;
        this.subscriber = subscriber;
    }

    /**
     * Sends it all and makes the subscriber live. Waits for a slow peer. Ends early when the
     * backlog ends the membership, or the connection ends.
     */
    void send() {
        boolean open = true;
        while (open && !feed.goesLive(subscriber)) {
            open = send(hub.read(subscriber.feed(), subscriber.cursor()));
        }
    }

    private boolean send(List<RecordedEvent> page) {
        if (page.isEmpty()) {
            throw new IllegalStateException(
                    "The broker is ahead of the event store on " + subscriber.feed());
        }
        for (RecordedEvent event : page) {
            RelayMessage message = Publication.of(event);
            if (!subscriber.take(message, Frame.of(message))) {
                feed.leave(subscriber);
                subscriber.client().left(subscriber);
                return false;
            }
        }
        boolean open = subscriber.client().connection().awaitRoom();
        subscriber.client().heard();
        return open;
    }
}
