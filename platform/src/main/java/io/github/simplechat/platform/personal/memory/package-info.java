/** Keys that last as long as their process. */
@NullMarked
package io.github.simplechat.platform.personal.memory;

import org.jspecify.annotations.NullMarked;
