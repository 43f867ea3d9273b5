/** What every event has in common, whatever its feed. */
@NullMarked
package io.github.simplechat.api.event;

import org.jspecify.annotations.NullMarked;
