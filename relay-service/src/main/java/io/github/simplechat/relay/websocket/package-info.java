/** The WebSocket protocol (RFC 6455, RFC 7692) as plain Java: bytes in, messages out. */
@NullMarked
package io.github.simplechat.relay.websocket;

import org.jspecify.annotations.NullMarked;
