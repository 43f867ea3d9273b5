/** The read side: projections of the event store in MongoDB, and the queries on them. */
@NullMarked
package io.github.simplechat.query;

import org.jspecify.annotations.NullMarked;
