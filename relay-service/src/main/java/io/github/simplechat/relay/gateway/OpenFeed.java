package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.api.relay.RelayType;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed that somebody on this node listens to. Delivers every version once and in order: the next
 * one at once; for a later one it reads the hole from the event store, where every published event
 * is. With payload every one is read there, in pieces as large as what came during the last read,
 * because the broker carries no texts. Nothing is read or written while its lock is held (its own
 * monitor), so the broker's thread never waits.
 */
final class OpenFeed implements BrokerListener {

    private enum Refill {
        IDLE,
        RUNNING,
        AGAIN
    }

    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private final Line line;
    private final FeedHub hub;
    private final KnownMembers members = new KnownMembers();
    private long last;
    private Refill refill = Refill.IDLE;
    private boolean closed;
    private Broker.@Nullable Subscription subscription;

    /**
     * A feed that nobody listens to yet.
     *
     * @param last any version that the feed has reached; what came after it is read from the store
     */
    OpenFeed(Line line, long last, FeedHub hub) {
        this.line = line;
        this.last = last;
        this.hub = hub;
    }

    /**
     * Where a person may begin to listen, as far as this knows; on a room the members are read from
     * the store when they are not known.
     *
     * @return null when it does not know them as a member, which the store may know better
     */
    @Nullable Standing standing(UUID userId) {
        learnMembers();
        synchronized (this) {
            Long since = isRoom() ? members.since(userId) : Long.valueOf(FeedReader.NO_VERSION);
            return since == null ? null : new Standing(last, since);
        }
    }

    private void learnMembers() {
        if (isRoom()) {
            members.learn(comings -> hub.members(this, comings));
        }
    }

    private boolean isRoom() {
        return line.feed().type() == RelayType.CHAT;
    }

    Line line() {
        return line;
    }

    /** Forgets the members when nobody has asked for them since the last time. */
    void forgetMembers() {
        members.forget();
    }

    /** Closes it when nobody listens. */
    synchronized void closeIfUnused() {
        closeIfEmpty();
    }

    /** Makes room for a subscriber, who hears nothing yet. False when the feed was just closed. */
    synchronized boolean enter(Subscriber subscriber) {
        if (closed) {
            return false;
        }
        subscribers.add(subscriber);
        if (subscription == null) {
            subscription = hub.broker().subscribe(line.feed(), this);
        }
        return true;
    }

    /** Lets a subscriber go; with the last one the feed closes. */
    synchronized void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
        closeIfEmpty();
    }

    private void closeIfEmpty() {
        if (!closed && subscribers.isEmpty()) {
            closed = true;
            if (subscription != null) {
                subscription.close();
            }
            hub.closed(this);
        }
    }

    /** Whether it is still one of this feed's. */
    synchronized boolean holds(Subscriber subscriber) {
        return subscribers.contains(subscriber);
    }

    /**
     * Sends what is no part of the feed to a subscriber that has caught up, never after the event
     * that ends its place. False when it was not sent.
     */
    synchronized boolean tell(Subscriber subscriber, Frame frame) {
        boolean may = holds(subscriber) && subscriber.isLive();
        if (may) {
            subscriber.client().connection().send(frame);
        }
        return may;
    }

    /** Which of these people are members, null when that cannot be said at this moment. */
    @Nullable Set<UUID> membersAmong(Set<UUID> people) {
        learnMembers();
        return members.among(people);
    }

    /** Tells a subscriber again that it is one. False when it is not any more. */
    synchronized boolean answerAgain(Subscriber subscriber) {
        if (!holds(subscriber)) {
            return false;
        }
        subscriber.client().connection().send(Answers.success(line.feed(), subscriber.cursor()));
        return true;
    }

    /** Makes a subscriber live if it has seen all that the feed has delivered. */
    synchronized boolean goesLive(Subscriber subscriber) {
        if (subscriber.cursor() >= last) {
            subscriber.goLive();
        }
        return subscriber.isLive();
    }

    @Override
    public synchronized void received(RelayMessage message) {
        Long version = message.version();
        if (version == null || (version == last + 1 && !line.payload())) {
            deliver(Heard.of(message));
        } else if (version > last) {
            requestRefill();
        }
    }

    private void deliver(Heard heard) {
        RelayMessage message = heard.message();
        last = message.version() == null ? last : message.version();
        members.heard(message);
        List<Subscriber> ended = new ArrayList<>(0);
        for (Subscriber subscriber : subscribers) {
            if (subscriber.isLive() && subscriber.wants(message) && !subscriber.take(heard)) {
                ended.add(subscriber);
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
    synchronized void requestRefill() {
        if (closed) {
            return;
        }
        if (refill == Refill.IDLE) {
            refill = Refill.RUNNING;
            hub.execute(this::refill);
        } else {
            refill = Refill.AGAIN;
        }
    }

    private void refill() {
        boolean more = true;
        while (more) {
            List<Heard> page = hub.readOrEmpty(line, lastDelivered());
            more = deliver(page);
        }
    }

    private synchronized long lastDelivered() {
        return last;
    }

    private synchronized boolean deliver(List<Heard> page) {
        for (Heard heard : page) {
            if (Long.valueOf(last + 1).equals(heard.message().version()) && !closed) {
                deliver(heard);
            }
        }
        boolean more = !closed && (refill == Refill.AGAIN || page.size() >= FeedHub.PAGE);
        refill = more ? Refill.RUNNING : Refill.IDLE;
        return more;
    }
}
