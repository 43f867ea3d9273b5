package io.github.simplechat.relay.gateway;

/**
 * What one socket may take, whatever its engine.
 *
 * @param frameBytes how long a message from a client may be, also when it is unpacked
 * @param outgoingBytes how much may wait to be sent to one client
 * @param packs whether {@code permessage-deflate} is agreed to when a client offers it
 */
public record SocketLimits(int frameBytes, int outgoingBytes, boolean packs) {}
