/** Reading events: all of them in commit order, or one feed by version. */
@NullMarked
package io.github.simplechat.platform.eventstore;

import org.jspecify.annotations.NullMarked;
