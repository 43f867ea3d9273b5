/** Messages found by what they literally contain, in memory: the twin for tests. */
@NullMarked
package io.github.simplechat.query.search.memory;

import org.jspecify.annotations.NullMarked;
