/** Messages found by their words: what is asked, what is indexed, and the port between them. */
@NullMarked
package io.github.simplechat.query.search;

import org.jspecify.annotations.NullMarked;
