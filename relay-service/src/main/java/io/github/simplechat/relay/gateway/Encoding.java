package io.github.simplechat.relay.gateway;

/**
 * How one kind of socket writes a frame. One instance for each kind: what it makes of a frame is
 * kept with the frame and shared by all connections of that kind.
 */
@FunctionalInterface
public interface Encoding {

    /** The bytes that a socket carries for {@code data}, which is a JSON object in UTF-8. */
    byte[] encode(byte[] data);
}
