/** Messages and what answers them. */
@NullMarked
package io.github.simplechat.query.threads;

import org.jspecify.annotations.NullMarked;
