/** The broker's twin for tests, in memory. */
@NullMarked
package io.github.simplechat.relay.broker.memory;

import org.jspecify.annotations.NullMarked;
