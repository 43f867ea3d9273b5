/**
 * The gateway's sockets on Netty: no thread, no buffer and no timer of its own for a connection.
 */
@NullMarked
package io.github.simplechat.relay.netty;

import org.jspecify.annotations.NullMarked;
