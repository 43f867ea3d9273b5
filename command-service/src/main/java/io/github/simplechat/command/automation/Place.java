package io.github.simplechat.command.automation;

import java.util.Optional;

/**
 * How far an automation has followed the log, durable. At most one node at a time holds the place
 * of an automation; whoever loses it stops.
 */
interface Place {

    /** The place of an automation, held until it is closed; empty while another node holds it. */
    Optional<Held> hold(String automation);

    /** A place that this node holds. */
    interface Held extends AutoCloseable {

        /** The position of the last event that was dealt with, 0 when there was none. */
        long position();

        /**
         * Remembers that all events up to a position are dealt with.
         *
         * @throws RuntimeException when that failed; the place is to be given up then
         */
        void moveTo(long position);

        @Override
        void close();
    }
}
