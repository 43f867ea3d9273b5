package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;

/**
 * One connection's place in one feed. It is read forward, event by event, from the backlog and then
 * live: no version above its cursor is ever skipped, so the event that ends a membership cannot be
 * missed, whatever else happens at the same time. Until it is live it belongs to the thread that
 * catches up, then to its feed's lock.
 */
final class Subscriber {

    private final Client client;
    private final Feed feed;
    private final long memberSince;
    private long cursor;
    private boolean live;

    /**
     * A place after {@code cursor}.
     *
     * @param memberSince the version that let the person in; see {@link Standing}
     */
    Subscriber(Client client, Feed feed, long memberSince, long cursor) {
        this.client = client;
        this.feed = feed;
        this.memberSince = memberSince;
        this.cursor = cursor;
    }

    Client client() {
        return client;
    }

    Feed feed() {
        return feed;
    }

    long cursor() {
        return cursor;
    }

    boolean isLive() {
        return live;
    }

    void goLive() {
        live = true;
    }

    /** Whether it has not seen a message yet. A signal without version is always new. */
    boolean wants(RelayMessage message) {
        return message.version() == null || message.version() > cursor;
    }

    /**
     * Sends a message that it wants.
     *
     * @return whether it wants more: false when this one says that the person is out of the room
     */
    boolean take(Heard heard) {
        RelayMessage message = heard.message();
        client.connection().send(heard.frame());
        if (message.version() == null) {
            return true;
        }
        cursor = message.version();
        return !(RoomMembers.PERSON_OUT.equals(message.msgType())
                && client.userId().equals(message.subjectId())
                && cursor > memberSince);
    }
}
