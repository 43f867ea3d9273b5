/** The event store's twin for tests, in memory. */
@NullMarked
package io.github.simplechat.platform.eventstore.memory;

import org.jspecify.annotations.NullMarked;
