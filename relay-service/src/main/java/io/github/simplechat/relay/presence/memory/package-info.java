/** The twin of the presence store for tests, in memory. */
@NullMarked
package io.github.simplechat.relay.presence.memory;

import org.jspecify.annotations.NullMarked;
