package io.github.simplechat.relay.socketio;

/** What a client sent is not the protocol; its session ends. */
public final class BadPacket extends Exception {

    BadPacket(String what) {
        super(what, null, false, false);
    }
}
