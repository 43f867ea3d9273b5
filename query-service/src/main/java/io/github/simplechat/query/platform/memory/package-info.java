/** Documents in memory, written only if newer: the twin for tests. */
@NullMarked
package io.github.simplechat.query.platform.memory;

import org.jspecify.annotations.NullMarked;
