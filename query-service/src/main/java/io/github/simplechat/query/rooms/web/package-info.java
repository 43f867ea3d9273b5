/** Rooms, their members and what is unread: on HTTP. */
@NullMarked
package io.github.simplechat.query.rooms.web;

import org.jspecify.annotations.NullMarked;
