/**
 * Many clients that lose their connections at once and all come back: whether each goes on exactly
 * where it was, how soon, and what that asks of the event store.
 */
@NullMarked
package io.github.simplechat.loadtest.reconnect;

import org.jspecify.annotations.NullMarked;
