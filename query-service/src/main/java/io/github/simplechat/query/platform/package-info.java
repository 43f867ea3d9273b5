/** What the features of the read side share. */
@NullMarked
package io.github.simplechat.query.platform;

import org.jspecify.annotations.NullMarked;
