package io.github.simplechat.relay.broker.redis;

import io.github.simplechat.api.relay.Feed;

/** The names of the Redis channels, one for each feed. */
final class Channels {

    private Channels() {}

    static String of(Feed feed) {
        return switch (feed.type()) {
            case CHAT -> "relay:chat:" + feed.id();
            case PERSON -> "relay:person:" + feed.id();
            case ALL -> "relay:all";
        };
    }
}
