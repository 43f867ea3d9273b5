/** The publisher's position in Redis. */
@NullMarked
package io.github.simplechat.relay.publication.redis;

import org.jspecify.annotations.NullMarked;
