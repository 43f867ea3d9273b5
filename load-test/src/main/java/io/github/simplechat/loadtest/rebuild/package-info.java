/** How fast projections are built anew, and that they serve meanwhile. */
@NullMarked
package io.github.simplechat.loadtest.rebuild;

import org.jspecify.annotations.NullMarked;
