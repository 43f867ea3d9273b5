/** Who may see a room, asked from the event store. */
@NullMarked
package io.github.simplechat.query.access;

import org.jspecify.annotations.NullMarked;
