/** The gateway's sockets on the servlet container. */
@NullMarked
package io.github.simplechat.relay.websocket;

import org.jspecify.annotations.NullMarked;
