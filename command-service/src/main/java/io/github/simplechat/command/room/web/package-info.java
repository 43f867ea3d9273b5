/** Commands to rooms over HTTP. */
@NullMarked
package io.github.simplechat.command.room.web;

import org.jspecify.annotations.NullMarked;
