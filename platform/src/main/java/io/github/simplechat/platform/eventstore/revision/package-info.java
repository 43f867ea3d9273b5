/**
 * Old revisions of events, brought to the present one as they are read; rows are never rewritten.
 */
@NullMarked
package io.github.simplechat.platform.eventstore.revision;

import org.jspecify.annotations.NullMarked;
