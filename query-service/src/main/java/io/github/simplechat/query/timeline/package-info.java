/** The messages of rooms, as history shows them. */
@NullMarked
package io.github.simplechat.query.timeline;

import org.jspecify.annotations.NullMarked;
