package io.github.simplechat.query.rebuild;

import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import java.time.Instant;
import java.util.UUID;

/**
 * A feed whose next event a generation cannot take in. That event and all later ones of the feed
 * stay where they are, in the feed, until it can.
 *
 * @param feedId the feed
 * @param version the first version that is not taken in
 * @param position that event's place in the log
 * @param event what kind of event it is
 * @param error what kind of failure it was; nothing of what the event says
 * @param since when it failed first
 * @param attempts how often it was retried in vain
 * @param last the newest version that was left out
 */
public record ParkedFeed(
        UUID feedId,
        long version,
        long position,
        String event,
        String error,
        Instant since,
        int attempts,
        long last) {

    /** How many events wait. */
    long events() {
        return last - version + 1;
    }

    /** The kind of an event, of the name under which it is stored. */
    static String kind(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** As far as it is after another attempt: perhaps another event fails now. */
    ParkedFeed failedAgain(Place place, String why) {
        return new ParkedFeed(
                feedId,
                place.version(),
                place.position(),
                kind(place.type()),
                why,
                since,
                attempts + 1,
                last);
    }

    /** With more of its events left out. */
    public ParkedFeed leaving(long version) {
        return new ParkedFeed(
                feedId,
                this.version,
                position,
                event,
                error,
                since,
                attempts,
                Math.max(last, version));
    }
}
