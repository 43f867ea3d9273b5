/** The port to what carries a relay message from one node to all, and its wire format. */
@NullMarked
package io.github.simplechat.relay.broker;

import org.jspecify.annotations.NullMarked;
