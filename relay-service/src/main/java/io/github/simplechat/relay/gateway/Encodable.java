package io.github.simplechat.relay.gateway;

/** Something that can be written, which knows its bytes on each kind of socket. */
@FunctionalInterface
public interface Encodable {

    /** The bytes; always the same array for the same kind of socket. Nobody changes them. */
    byte[] as(Encoding encoding);
}
