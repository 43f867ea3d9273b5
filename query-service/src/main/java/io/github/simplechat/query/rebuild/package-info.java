/** The engine of projections: generations that are built, serve, and are replaced. */
@NullMarked
package io.github.simplechat.query.rebuild;

import org.jspecify.annotations.NullMarked;
