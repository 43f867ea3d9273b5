/** The room feed: its commands and its events. */
@NullMarked
package io.github.simplechat.api.room;

import org.jspecify.annotations.NullMarked;
