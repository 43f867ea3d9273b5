/** The messages of rooms, as history shows them: in memory, the twin for tests. */
@NullMarked
package io.github.simplechat.query.timeline.memory;

import org.jspecify.annotations.NullMarked;
