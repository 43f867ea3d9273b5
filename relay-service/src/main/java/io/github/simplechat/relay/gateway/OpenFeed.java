package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerListener;
import io.github.simplechat.relay.publication.Publication;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A feed that somebody on this node listens to. Delivers every version once and in order: the next
 * one at once; for a later one it reads the hole from the event store, where every published event
 * is. Nothing is read or written while the lock is held, so the broker's thread never waits.
 */
final class OpenFeed implements BrokerListener {

    private enum Refill {
        IDLE,
        RUNNING,
        AGAIN
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final Feed feed;
    private final FeedHub hub;
    private long last;
    private Refill refill = Refill.IDLE;
    private boolean closed;
    private Broker.@Nullable Subscription subscription;

    /**
     * A feed that nobody listens to yet.
     *
     * @param last any version that the feed has reached; what came after it is read from the store
     */
    OpenFeed(Feed feed, long last, FeedHub hub) {
        this.feed = feed;
        this.last = last;
        this.hub = hub;
    }

    /** Makes room for a subscriber, who hears nothing yet. False when the feed was just closed. */
    boolean enter(Subscriber subscriber) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            subscribers.add(subscriber);
            if (subscription == null) {
                subscription = hub.broker().subscribe(feed, this);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Lets a subscriber go; with the last one the feed closes. */
    void leave(Subscriber subscriber) {
        lock.lock();
        try {
            subscribers.remove(subscriber);
            closeIfEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void closeIfEmpty() {
        if (!closed && subscribers.isEmpty()) {
            closed = true;
            if (subscription != null) {
                subscription.close();
            }
            hub.closed(feed, this);
        }
    }

    /** Tells a subscriber again that it is one. False when it is not any more. */
    boolean answerAgain(Subscriber subscriber) {
        lock.lock();
        try {
            if (!subscribers.contains(subscriber)) {
                return false;
            }
            subscriber.client().connection().send(Answers.success(feed, subscriber.cursor()));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Brings a subscriber from its cursor up to the feed, page by page, and makes it live. Waits
     * for a slow peer. Ends early when the backlog ends the membership, or the connection ends.
     */
    void catchUp(Subscriber subscriber) {
        while (!goesLive(subscriber)) {
            List<RecordedEvent> page = hub.readAfter(feed, subscriber.cursor());
            if (page.isEmpty()) {
                throw new IllegalStateException("The broker is ahead of the store on " + feed);
            }
            for (RecordedEvent event : page) {
                RelayMessage message = Publication.of(event);
                if (!subscriber.take(message, Frame.of(message))) {
                    leave(subscriber);
                    subscriber.client().left(subscriber);
                    return;
                }
            }
            if (!subscriber.client().connection().awaitRoom()) {
                return;
            }
            subscriber.client().heard();
        }
    }

    private boolean goesLive(Subscriber subscriber) {
        lock.lock();
        try {
            if (subscriber.cursor() >= last) {
                subscriber.goLive();
            }
            return subscriber.isLive();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void received(RelayMessage message) {
        lock.lock();
        try {
            Long version = message.version();
            if (version == null || version == last + 1) {
                deliver(message);
            } else if (version > last) {
                requestRefill();
            }
        } finally {
            lock.unlock();
        }
    }

    private void deliver(RelayMessage message) {
        last = message.version() == null ? last : message.version();
        Frame frame = null;
        List<Subscriber> ended = new ArrayList<>(0);
        for (Subscriber subscriber : subscribers) {
            if (subscriber.isLive() && subscriber.wants(message)) {
                frame = frame == null ? Frame.of(message) : frame;
                if (!subscriber.take(message, frame)) {
                    ended.add(subscriber);
                }
            }
        }
        for (Subscriber subscriber : ended) {
            subscribers.remove(subscriber);
            subscriber.client().left(subscriber);
        }
        closeIfEmpty();
    }

    @Override
    public void resumed() {
        requestRefill();
    }

    /** Something may be missing: reads on from the store, soon, elsewhere, one read at a time. */
    void requestRefill() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (refill == Refill.IDLE) {
                refill = Refill.RUNNING;
                hub.execute(this::refill);
            } else {
                refill = Refill.AGAIN;
            }
        } finally {
            lock.unlock();
        }
    }

    private void refill() {
        boolean more = true;
        while (more) {
            List<RecordedEvent> page = hub.readOrEmpty(feed, lastDelivered());
            more = deliver(page);
        }
    }

    private long lastDelivered() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    private boolean deliver(List<RecordedEvent> page) {
        lock.lock();
        try {
            for (RecordedEvent event : page) {
                if (event.version() == last + 1 && !closed) {
                    deliver(Publication.of(event));
                }
            }
            boolean more = !closed && (refill == Refill.AGAIN || page.size() >= FeedHub.PAGE);
            refill = more ? Refill.RUNNING : Refill.IDLE;
            return more;
        } finally {
            lock.unlock();
        }
    }
}
