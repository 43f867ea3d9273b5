/** Every change of a room, read from the event store. */
@NullMarked
package io.github.simplechat.query.changes;

import org.jspecify.annotations.NullMarked;
