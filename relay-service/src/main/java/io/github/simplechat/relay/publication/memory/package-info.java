/** The publisher's position in memory, for tests. */
@NullMarked
package io.github.simplechat.relay.publication.memory;

import org.jspecify.annotations.NullMarked;
