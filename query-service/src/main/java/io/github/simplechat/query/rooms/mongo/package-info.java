/** Rooms, their members and what is unread: in MongoDB. */
@NullMarked
package io.github.simplechat.query.rooms.mongo;

import org.jspecify.annotations.NullMarked;
