package io.github.simplechat.relay.gateway;

import java.util.List;

/**
 * What a subscriber has not seen yet, sent page by page from the event store until there is so
 * little left that the feed itself goes on. The store is never behind a feed, so a page is empty
 * only when it was read, for somebody else, a moment too early; the next one is not.
 */
final class Backlog {

    private static final int MOST_EMPTY = 3;

    /** How many bytes are sent before it is asked whether there is room for more. */
    private static final int PIECE = 32 * 1024;

    private final FeedHub hub;
    private final OpenFeed feed;
    private final Subscriber subscriber;
    private int empty;

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
            open = send(hub.pages().after(feed.line(), subscriber.cursor()));
        }
    }

    private boolean send(List<Heard> page) {
        empty = page.isEmpty() ? empty + 1 : 0;
        if (empty > MOST_EMPTY) {
            throw new IllegalStateException(
                    "The broker is ahead of the event store on " + subscriber.feed());
        }
        int sent = 0;
        for (Heard heard : page) {
            sent += heard.frame().length();
            if (sent > PIECE) {
                sent = 0;
                if (!subscriber.client().connection().awaitRoom()) {
                    return false;
                }
            }
            if (!subscriber.take(heard)) {
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
