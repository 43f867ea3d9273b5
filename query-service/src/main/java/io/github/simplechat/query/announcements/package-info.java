/** What was told to everyone. */
@NullMarked
package io.github.simplechat.query.announcements;

import org.jspecify.annotations.NullMarked;
