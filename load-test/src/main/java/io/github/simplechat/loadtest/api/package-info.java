/** The public HTTP API as a client sees it, with patience for limits and restarts. */
@NullMarked
package io.github.simplechat.loadtest.api;

import org.jspecify.annotations.NullMarked;
