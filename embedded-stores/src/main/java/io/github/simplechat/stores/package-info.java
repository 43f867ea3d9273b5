/** Real stores as children of this process: for the standalone assembly and for tests. */
@NullMarked
package io.github.simplechat.stores;

import org.jspecify.annotations.NullMarked;
