package io.github.simplechat.relay.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is told and never stored: that somebody writes. At most once in two seconds for a person and
 * room on this node, whatever they send. Lost while the broker is away. Thread-safe.
 */
final class Signals {

    static final String TYPING = "room.person.typing";

    private static final Logger log = LoggerFactory.getLogger(Signals.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST = 100_000;

    private record Typing(Feed feed, UUID userId) {}

    private final Broker broker;
    private final InstantSource clock;
    private final Cache<Typing, Instant> lately;

    Signals(Broker broker, InstantSource clock) {
        this.broker = broker;
        this.clock = clock;
        this.lately =
                Caffeine.newBuilder()
                        .maximumSize(MOST)
                        .expireAfterWrite(PAUSE)
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .build();
    }

    void typing(Feed feed, UUID userId) {
        Instant now = clock.instant();
        if (lately.asMap().putIfAbsent(new Typing(feed, userId), now) != null) {
            return;
        }
        try {
            broker.publish(List.of(new RelayMessage(feed, now, TYPING, null, null, userId, null)));
        } catch (BrokerUnavailable e) {
            log.debug("Nobody hears that somebody writes: {}", e.getMessage());
        }
    }
}
