/** How the relay talks to Redis. */
@NullMarked
package io.github.simplechat.relay.platform.redis;

import org.jspecify.annotations.NullMarked;
