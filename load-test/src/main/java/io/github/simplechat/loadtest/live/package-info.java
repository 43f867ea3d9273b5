/** The public live feed, and listeners that remember every version they were shown. */
@NullMarked
package io.github.simplechat.loadtest.live;

import org.jspecify.annotations.NullMarked;
