/** From the event store to the broker: what is published, and who sees to it. */
@NullMarked
package io.github.simplechat.relay.publication;

import org.jspecify.annotations.NullMarked;
