/** Durable sends within one process: ours, stock Axon, and what the database gives at the most. */
@NullMarked
package io.github.simplechat.loadtest.sends;

import org.jspecify.annotations.NullMarked;
