/** Comparing what the system shows with what was played. */
@NullMarked
package io.github.simplechat.loadtest.proof;

import org.jspecify.annotations.NullMarked;
