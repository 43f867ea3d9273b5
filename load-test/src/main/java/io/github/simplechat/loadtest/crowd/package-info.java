/**
 * Many clients of the live feed on one thread, who remember every version they were shown, go away
 * without a word and come back.
 */
@NullMarked
package io.github.simplechat.loadtest.crowd;

import org.jspecify.annotations.NullMarked;
