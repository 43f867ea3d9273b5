package io.github.simplechat.relay.netty;

/** Something at one path of the live port. */
@FunctionalInterface
interface Place {

    /**
     * Looks whether a request is its own, and if so sees to it that it is answered, now or later.
     * Called on an event loop: it must not block.
     *
     * @return whether it was
     */
    boolean takes(Visit visit);
}
