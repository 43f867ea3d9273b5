package io.github.simplechat.relay.gateway;

import java.time.Duration;

/**
 * What Socket.IO clients may take before they have shown a token.
 *
 * @param most how many sessions without a token there may be
 * @param perAddress how many of one address
 * @param patience how long such a session waits for its token
 */
public record StrangerLimits(int most, int perAddress, Duration patience) {}
