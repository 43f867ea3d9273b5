/** What it costs that personal text is sealed in events. */
@NullMarked
package io.github.simplechat.loadtest.sealing;

import org.jspecify.annotations.NullMarked;
