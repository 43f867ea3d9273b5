/** Engine.IO v4 and Socket.IO v5 as plain Java: packets and what they mean, no sockets. */
@NullMarked
package io.github.simplechat.relay.socketio;

import org.jspecify.annotations.NullMarked;
