/** A double of Axon Server for tests; never part of what is delivered. */
@NullMarked
package io.github.simplechat.testing.axonserver;

import org.jspecify.annotations.NullMarked;
