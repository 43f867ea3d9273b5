/**
 * A command service that is started by a benchmark: ours, or the same one on Axon as its Spring
 * starter sets it up. The only package that knows what is inside a service.
 */
@NullMarked
package io.github.simplechat.loadtest.node;

import org.jspecify.annotations.NullMarked;
