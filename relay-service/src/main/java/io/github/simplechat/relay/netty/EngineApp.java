package io.github.simplechat.relay.netty;

import io.github.simplechat.relay.socketio.BadPacket;

/** What a session of Engine.IO is for. Called on the session's event loop. */
interface EngineApp {

    /** A message of text came. */
    void text(String message) throws BadPacket;

    /** A message of bytes came. */
    void binary(byte[] message) throws BadPacket;

    /** The client gave a sign of life. */
    void heard();

    /**
     * Whether somebody uses the session; one that nobody does is ended soon after its beginning.
     */
    boolean isUsed();

    /** The session has ended. */
    void gone();
}
