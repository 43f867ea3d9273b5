/** The message that the relay publishes to Redis and pushes to sockets. */
@NullMarked
package io.github.simplechat.api.relay;

import org.jspecify.annotations.NullMarked;
