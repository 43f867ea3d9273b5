/** How long queries take, by how many messages there are. */
@NullMarked
package io.github.simplechat.loadtest.queries;

import org.jspecify.annotations.NullMarked;
