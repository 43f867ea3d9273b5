package io.github.simplechat.relay.gateway;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client asks who of some people is here, as a listener of a room. It ends with the listening.
 * Told by one thread.
 */
final class Watch {

    private final OpenFeed feed;
    private final Subscriber subscriber;
    private final Set<UUID> people;
    private @Nullable Set<UUID> told;

    Watch(OpenFeed feed, Subscriber subscriber, Set<UUID> people) {
        this.feed = feed;
        this.subscriber = subscriber;
        this.people = Set.copyOf(people);
    }

    Set<UUID> people() {
        return people;
    }

    /** Whether the client does not listen to the room any more. */
    boolean hasEnded() {
        return !feed.holds(subscriber);
    }

    /** Tells the client what has changed since it was told last, and at first everything. */
    void tell(Set<UUID> everybodyHere) {
        Set<UUID> members = feed.membersAmong(people);
        if (members == null) {
            return;
        }
        Set<UUID> here = new HashSet<>(members);
        here.retainAll(everybodyHere);
        Set<UUID> before = told;
        Set<UUID> came = before == null ? here : without(here, before);
        Set<UUID> went = before == null ? without(people, here) : without(before, here);
        boolean isNews = before == null || !came.isEmpty() || !went.isEmpty();
        if (isNews && feed.tell(subscriber, Answers.presence(subscriber.feed(), came, went))) {
            told = here;
        }
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        Set<UUID> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
