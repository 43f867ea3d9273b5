package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.gateway.SocketLimits;
import java.time.Duration;
import java.util.Set;

/**
 * How sessions of Engine.IO are kept.
 *
 * @param pingInterval how often a client is pinged
 * @param pingTimeout how long it may be silent after a ping
 * @param patience how long after the handshake it may be in no namespace
 * @param origins the origins whose pages may connect; {@code *} for all
 */
record EngineSettings(
        SocketLimits limits,
        Duration pingInterval,
        Duration pingTimeout,
        Duration patience,
        Set<String> origins) {}
