/** Doing something again and again. */
@NullMarked
package io.github.simplechat.platform.schedule;

import org.jspecify.annotations.NullMarked;
