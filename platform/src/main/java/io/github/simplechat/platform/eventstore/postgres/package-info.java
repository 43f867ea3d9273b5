/** The event store on PostgreSQL, as an Axon storage engine and as readers. */
@NullMarked
package io.github.simplechat.platform.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
