package io.github.simplechat.loadtest.live;

import java.io.IOException;

/**
 * Connections to the live feed. The port behind which the socket lives.
 *
 * <p>Guarantee: the receiver gets frames one at a time and in the order in which they were sent,
 * then {@code closed} exactly once and nothing after it.
 */
public interface LiveFeed {

    /**
     * Connects.
     *
     * @param token the access token
     * @throws Refused if the server wants a fresh token
     * @throws IOException if there is no connection
     */
    Session open(String token, Receiver receiver) throws IOException, InterruptedException;

    /** An open connection. */
    interface Session extends AutoCloseable {

        /** Sends one text frame. */
        void send(String frame) throws IOException, InterruptedException;

        /** Ends the connection; the receiver is told. */
        @Override
        void close();
    }

    /** Takes what comes. Must return quickly. */
    interface Receiver {

        /** A text frame came. */
        void frame(String frame);

        /** The connection is over. Called once. */
        void closed(int code, String reason);
    }

    /** The handshake was answered with 401. */
    final class Refused extends IOException {

        /** The token is no longer good. */
        public Refused() {
            super("the live feed refuses the token");
        }
    }
}
