package io.github.simplechat.relay.gateway;

import io.github.simplechat.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One client's socket, as the gateway sees it. An engine gives one to {@link Gateway#open} and
 * reports to the {@link Client} that it gets back.
 *
 * <p>Guarantee: frames arrive in the order of the {@code send} calls, each whole and at most once,
 * or the connection ends. No call but {@link #awaitRoom} ever waits for the peer, and after the end
 * all of them do nothing. What waits to be sent is bounded by a number of bytes; a {@code send}
 * that would go above it ends the connection with {@link CloseReason#TOO_SLOW}. Thread-safe.
 */
public interface Connection {

    /** Who connected, as their token proved. */
    Caller caller();

    /**
     * The address that counts for limits; null when it is not known, as behind a proxy that does
     * not tell.
     */
    @Nullable String address();

    /** Why this side ended it; null when it did not. */
    @Nullable String endedBy();

    /** Sends a frame, in a moment. */
    void send(Frame frame);

    /** Asks the peer for a sign of life. */
    void ping();

    /** Ends it. The first reason counts; nothing that is sent after it goes out. */
    void close(CloseReason reason);

    /**
     * Waits until at least half of the bytes that may wait are free.
     *
     * @return false when the connection has ended, or the waiting thread was interrupted
     */
    boolean awaitRoom();
}
