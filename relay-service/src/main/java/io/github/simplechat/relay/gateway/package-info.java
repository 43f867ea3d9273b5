/** Feeds and those who listen to them, whatever kind of socket they come by. */
@NullMarked
package io.github.simplechat.relay.gateway;

import org.jspecify.annotations.NullMarked;
