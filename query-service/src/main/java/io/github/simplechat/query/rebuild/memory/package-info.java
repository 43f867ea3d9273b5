/** The register of generations in memory: the twin for tests. */
@NullMarked
package io.github.simplechat.query.rebuild.memory;

import org.jspecify.annotations.NullMarked;
