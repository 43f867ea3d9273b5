/** Presence as keys in Redis that end by themselves. */
@NullMarked
package io.github.simplechat.relay.presence.redis;

import org.jspecify.annotations.NullMarked;
