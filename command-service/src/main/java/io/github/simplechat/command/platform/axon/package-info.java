/** How commands find their aggregate and take turns on it. */
@NullMarked
package io.github.simplechat.command.platform.axon;

import org.jspecify.annotations.NullMarked;
