/** A request that comes twice takes effect once. */
@NullMarked
package io.github.simplechat.command.platform.idempotency;

import org.jspecify.annotations.NullMarked;
