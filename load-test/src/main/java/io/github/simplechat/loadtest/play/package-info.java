/** Playing conversations: rooms, people, listeners, figures. */
@NullMarked
package io.github.simplechat.loadtest.play;

import org.jspecify.annotations.NullMarked;
