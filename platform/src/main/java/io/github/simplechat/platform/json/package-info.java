/** The one JSON dialect of events, frames and HTTP. */
@NullMarked
package io.github.simplechat.platform.json;

import org.jspecify.annotations.NullMarked;
