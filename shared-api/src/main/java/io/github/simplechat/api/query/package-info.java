/** The shapes in which queries answer. Fields may be added, never renamed; absent means null. */
@NullMarked
package io.github.simplechat.api.query;

import org.jspecify.annotations.NullMarked;
