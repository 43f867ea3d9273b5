/** How commands find their aggregate. */
@NullMarked
package io.github.simplechat.command.platform.axon;

import org.jspecify.annotations.NullMarked;
