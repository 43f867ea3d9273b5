/** What the three services share. */
@NullMarked
package io.github.simplechat.platform;

import org.jspecify.annotations.NullMarked;
