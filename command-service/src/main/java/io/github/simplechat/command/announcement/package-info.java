/** Announcements: what is told to everyone. */
@NullMarked
package io.github.simplechat.command.announcement;

import org.jspecify.annotations.NullMarked;
