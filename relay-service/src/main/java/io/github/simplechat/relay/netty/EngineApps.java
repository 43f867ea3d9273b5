package io.github.simplechat.relay.netty;

import java.util.function.Consumer;

/** Who may have a session, and for what. */
interface EngineApps {

    /** Makes what a session is for. */
    @FunctionalInterface
    interface Maker {

        EngineApp make(EngineSession session);
    }

    /**
     * Looks at a handshake. Answers it when it is refused; else goes on with {@code admitted}, on
     * the event loop of the visit's channel.
     */
    void admit(Visit visit, Consumer<Maker> admitted);
}
