/** What was told to everyone: in memory, the twin for tests. */
@NullMarked
package io.github.simplechat.query.announcements.memory;

import org.jspecify.annotations.NullMarked;
