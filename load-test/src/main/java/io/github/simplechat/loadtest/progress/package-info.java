/** Telling a person how far a long task is. */
@NullMarked
package io.github.simplechat.loadtest.progress;

import org.jspecify.annotations.NullMarked;
