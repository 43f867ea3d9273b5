/** Generations that are one process's own, remembered in a file. */
@NullMarked
package io.github.simplechat.query.rebuild.file;

import org.jspecify.annotations.NullMarked;
