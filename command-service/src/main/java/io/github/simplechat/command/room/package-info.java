/** Rooms: who is in, what is said. RoomDecider holds the rules. */
@NullMarked
package io.github.simplechat.command.room;

import org.jspecify.annotations.NullMarked;
