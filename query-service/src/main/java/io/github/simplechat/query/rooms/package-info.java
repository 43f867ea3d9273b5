/** Rooms, their members and what is unread. */
@NullMarked
package io.github.simplechat.query.rooms;

import org.jspecify.annotations.NullMarked;
