/** The messages of rooms, as history shows them: in MongoDB. */
@NullMarked
package io.github.simplechat.query.timeline.mongo;

import org.jspecify.annotations.NullMarked;
