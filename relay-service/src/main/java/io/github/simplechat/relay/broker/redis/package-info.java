/** The broker on Redis pub/sub. */
@NullMarked
package io.github.simplechat.relay.broker.redis;

import org.jspecify.annotations.NullMarked;
