/** The event store on Axon Server, chosen by {@code CHAT_EVENT_STORE=axon-server}. */
@NullMarked
package io.github.simplechat.platform.eventstore.axonserver;

import org.jspecify.annotations.NullMarked;
