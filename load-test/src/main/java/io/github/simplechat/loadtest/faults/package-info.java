/**
 * Does to Redis what happens to one, while people speak and listen, and looks whether what the
 * listeners were shown is what the rooms hold.
 */
@NullMarked
package io.github.simplechat.loadtest.faults;

import org.jspecify.annotations.NullMarked;
