package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayType;

/**
 * A feed in one of the two ways in which it can be heard.
 *
 * @param feed which feed
 * @param payload whether frames about messages also carry the message; rooms only
 */
record Line(Feed feed, boolean payload) {

    Line {
        payload = payload && feed.type() == RelayType.CHAT;
    }
}
