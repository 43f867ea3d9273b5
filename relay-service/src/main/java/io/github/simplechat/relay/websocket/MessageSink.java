package io.github.simplechat.relay.websocket;

/** Hears what a peer has sent, in order. */
public interface MessageSink {

    /** A text message, whole. */
    void text(String text);

    /** A binary message, whole. */
    void binary(byte[] bytes);

    /** A ping, to be answered with a pong of the same bytes. */
    void ping(byte[] bytes);

    /** A pong. */
    void pong();

    /**
     * The peer closes; nothing follows.
     *
     * @param code the close code to answer with
     */
    void close(int code);
}
