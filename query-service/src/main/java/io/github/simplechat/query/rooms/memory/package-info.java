/** Rooms, their members and what is unread: in memory, the twin for tests. */
@NullMarked
package io.github.simplechat.query.rooms.memory;

import org.jspecify.annotations.NullMarked;
