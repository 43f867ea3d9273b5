/** The gateway's sockets on the servlet container. */
@NullMarked
package io.github.simplechat.relay.servlet;

import org.jspecify.annotations.NullMarked;
