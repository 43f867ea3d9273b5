/**
 * What it costs to hand on messages to many listeners, and to hold them, beside servers from npm.
 */
@NullMarked
package io.github.simplechat.loadtest.fanout;

import org.jspecify.annotations.NullMarked;
