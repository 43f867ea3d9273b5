/** Synthetic load: a fixed rate and as fast as possible. */
@NullMarked
package io.github.simplechat.loadtest.baseline;

import org.jspecify.annotations.NullMarked;
