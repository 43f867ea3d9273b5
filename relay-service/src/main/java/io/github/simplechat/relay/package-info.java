/** The live feed: events from the store, through the broker, to every socket that listens. */
@NullMarked
package io.github.simplechat.relay;

import org.jspecify.annotations.NullMarked;
