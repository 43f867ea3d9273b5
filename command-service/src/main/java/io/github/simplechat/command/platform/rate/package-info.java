/** How often somebody may do something. */
@NullMarked
package io.github.simplechat.command.platform.rate;

import org.jspecify.annotations.NullMarked;
