/** Who is connected to any node: the port, with a twin in memory and its keys in Redis. */
@NullMarked
package io.github.simplechat.relay.presence;

import org.jspecify.annotations.NullMarked;
