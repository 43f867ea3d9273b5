package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayType;
import io.github.simplechat.platform.security.Caller;
import io.github.simplechat.relay.gateway.ClientRequest.Connect;
import io.github.simplechat.relay.gateway.ClientRequest.Disconnect;
import io.github.simplechat.relay.gateway.ClientRequest.Typing;
import io.github.simplechat.relay.gateway.ClientRequest.WhoIsHere;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connected client: what it asked for and when it was last heard. Its engine calls {@link
 * #received} from one thread at a time; everything else may be called from any thread.
 */
public final class Client {

    private static final Logger log = LoggerFactory.getLogger(Client.class);

    private record Place(OpenFeed feed, Subscriber subscriber) {}

    private final Map<Feed, Place> places = new ConcurrentHashMap<>();
    private final Gateway gateway;
    private final Connection connection;
    private final Heartbeat heartbeat;
    private final Pace pace;
    private int badFrames;
    private volatile boolean gone;

    Client(Gateway gateway, Connection connection, Heartbeat heartbeat) {
        this.gateway = gateway;
        this.connection = connection;
        this.heartbeat = heartbeat;
        this.pace =
                new Pace(
                        gateway.limits().framesPerSecond(),
                        gateway.limits().frameBurst(),
                        gateway.now());
    }

    Connection connection() {
        return connection;
    }

    UUID userId() {
        return connection.caller().userId();
    }

    /** A text frame came in. Returns when it is answered, which may take a long backlog. */
    public void received(String frame) {
        if (gone) {
            return;
        }
        heard();
        try {
            keepPace();
            handle(ClientRequests.parse(frame));
        } catch (BadFrame e) {
            refuse(e);
        } catch (RuntimeException e) {
            log.error("A request of a client failed; it is asked to come back later", e);
            connection.close(CloseReason.OVERLOADED);
        }
    }

    /** A frame came in that is no text. */
    public void receivedBinary() {
        if (!gone) {
            heard();
            refuse(new BadFrame(null, "Frames must be text."));
        }
    }

    private void keepPace() {
        if (!pace.allows(gateway.now())) {
            gateway.tally().add(Tally.FRAME_TOO_FAST);
            throw new BadFrame(null, "That is too fast; nothing was done.", Refusal.RATE_LIMITED);
        }
    }

    private void refuse(BadFrame why) {
        connection.send(Answers.failure(why));
        if (++badFrames >= gateway.limits().badFrames()) {
            connection.close(CloseReason.PROTOCOL_ABUSE);
            closed();
        }
    }

    /** The peer gave a sign of life. */
    public void heard() {
        heartbeat.heard(gateway.now());
    }

    /** The connection has ended; its feeds are let go. */
    public void closed() {
        gone = true;
        places.values().forEach(place -> place.feed().leave(place.subscriber()));
        places.clear();
        gateway.left(this);
    }

    private void handle(ClientRequest request) {
        badFrames = 0;
        try {
            switch (request) {
                case Connect connect -> connect(connect);
                case Disconnect(Feed feed) -> disconnect(feed);
                case Typing(Feed feed) -> typing(feed);
                case WhoIsHere(Feed feed, Set<UUID> people) -> watch(feed, people);
            }
        } catch (Refused e) {
            connection.send(Answers.failure(request.feed(), e));
        }
    }

    private void connect(Connect request) {
        Feed feed = request.feed();
        Place open = places.get(feed);
        if (open != null && open.feed().answerAgain(open.subscriber())) {
            return;
        }
        if (places.size() >= gateway.limits().feedsPerConnection()) {
            gateway.tally().add(Tally.TOO_MANY_FEEDS);
            throw new Refused(Refusal.LIMIT_EXCEEDED);
        }
        if (feed.type() == RelayType.PERSON && !feed.id().equals(userId())) {
            throw new Refused(Refusal.FORBIDDEN);
        }
        boolean entered = false;
        while (!entered) {
            OpenFeed opened = gateway.hub().opened(new Line(feed, request.payload()));
            try {
                entered = enter(opened, request);
            } finally {
                opened.closeIfUnused();
            }
        }
    }

    /** False when the feed was closed meanwhile, because somebody else has just left it. */
    private boolean enter(OpenFeed feed, Connect request) {
        Standing standing = standing(feed, request);
        long version = standing.reached();
        long cursor = request.since() == null ? version : request.since();
        if (cursor > version) {
            throw new Refused(
                    Refusal.INVALID_REQUEST, "The feed has not reached that version yet.");
        }
        Subscriber subscriber =
                new Subscriber(this, request.feed(), standing.memberSince(), cursor);
        if (!feed.enter(subscriber)) {
            return false;
        }
        listen(feed, subscriber, version);
        return true;
    }

    /** The store is asked about whom and what the feed on this node does not know (yet). */
    private Standing standing(OpenFeed feed, Connect request) {
        Standing known = feed.standing(userId());
        boolean isAhead =
                known != null && request.since() != null && request.since() > known.reached();
        return known == null || isAhead
                ? gateway.admission().admit(request.feed(), userId())
                : known;
    }

    private void listen(OpenFeed feed, Subscriber subscriber, long version) {
        places.put(subscriber.feed(), new Place(feed, subscriber));
        if (gone) {
            feed.leave(subscriber);
            return;
        }
        connection.send(Answers.success(subscriber.feed(), version));
        new Backlog(gateway.hub(), feed, subscriber).send();
    }

    /** Whoever listens to a room is in it. */
    private Place listened(Feed room) {
        Place place = places.get(room);
        if (place == null) {
            throw new Refused(Refusal.INVALID_REQUEST, "Listen to the room first.");
        }
        return place;
    }

    private void typing(Feed feed) {
        listened(feed);
        gateway.signals().typing(feed, userId());
    }

    private void watch(Feed feed, Set<UUID> people) {
        Place place = listened(feed);
        if (people.size() > gateway.limits().presencePeople()) {
            gateway.tally().add(Tally.TOO_MANY_PEOPLE);
            throw new Refused(Refusal.LIMIT_EXCEEDED);
        }
        gateway.presence().watch(this, new Watch(place.feed(), place.subscriber(), people));
    }

    private void disconnect(Feed feed) {
        Place open = places.remove(feed);
        if (open != null) {
            open.feed().leave(open.subscriber());
        }
    }

    /** A feed let the subscriber go. */
    void left(Subscriber subscriber) {
        places.computeIfPresent(
                subscriber.feed(),
                (feed, place) -> place.subscriber() == subscriber ? null : place);
    }

    /** Ends the connection when its token is not valid any more; whether it still is. */
    boolean holds(Instant now) {
        Caller caller = connection.caller();
        if (!now.isBefore(caller.expiresAt())) {
            connection.close(CloseReason.TOKEN_EXPIRED);
            return false;
        }
        if (caller.issuedAt().isBefore(gateway.validFrom(caller.userId()))) {
            connection.close(CloseReason.TOKEN_REVOKED);
            return false;
        }
        return true;
    }

    /** Looks at the clock: the token's end, a ping that is due, a ping without an answer. */
    void tick(Instant now) {
        if (!holds(now)) {
            return;
        }
        switch (heartbeat.at(now)) {
            case PING -> connection.ping();
            case SILENT -> connection.close(CloseReason.SILENT);
            case FINE -> {}
        }
    }
}
