package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.gateway.CloseReason;

/**
 * How a connection ends.
 *
 * @param code the close code
 * @param text the reason, in a few ASCII words
 * @param flushes whether what waits goes out before
 */
record Ending(int code, String text, boolean flushes) {

    static Ending of(CloseReason reason) {
        return new Ending(reason.code(), reason.text(), reason.flushes());
    }
}
