/** The feed for everyone: its command and its event. */
@NullMarked
package io.github.simplechat.api.announcement;

import org.jspecify.annotations.NullMarked;
