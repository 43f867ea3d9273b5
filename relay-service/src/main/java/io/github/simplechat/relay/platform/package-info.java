/** Settings, wiring, life cycle and health of the relay. */
@NullMarked
package io.github.simplechat.relay.platform;

import org.jspecify.annotations.NullMarked;
