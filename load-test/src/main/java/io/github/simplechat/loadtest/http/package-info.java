/** Sends through HTTP with a token: our command service beside the same one on stock Axon. */
@NullMarked
package io.github.simplechat.loadtest.http;

import org.jspecify.annotations.NullMarked;
